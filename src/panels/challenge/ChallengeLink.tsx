import { useDeferredValue, useMemo } from 'react'
import { Button } from '#controls'
import { lessonToFolder } from '#lessons'
import { lengthWords, linkLength } from '#share'
import { challengeOf, challengeToShare } from '#store'
import { useApp } from '#store/react'
import { downloadFile } from '../download-file.ts'
import { linkOf } from '#panels/share/link-of.ts'
import { Outcome } from '#panels/share/Outcome.tsx'
import { useCopy } from '#panels/share/use-copy.ts'
import { downloadWorkspace, fileText } from '#panels/share/workspace-file.ts'
import { ChallengeChoice } from './ChallengeChoice.tsx'
import styles from './challenge.module.css'

/** The link of the challenge, and its files. */
export function ChallengeLink() {
  const workspace = useApp((app) => app.workspace)
  const included = useApp((app) => app.solutionIncluded)
  const openLayer = useApp((app) => app.openLayer)
  const { outcome, copy } = useCopy()
  // A link is some milliseconds of work: never in the way of typing.
  const challenge = useDeferredValue(
    useMemo(() => challengeToShare(workspace, included), [workspace, included]),
  )
  const address = useMemo(() => linkOf(challenge, undefined).address, [challenge])
  const length = linkLength(address)
  const warning = lengthWords(
    length,
    length.kind === 'tooLong' ? new Blob([fileText(challenge)]).size : 0,
  )
  const downloadFolder = () => {
    const folder = lessonToFolder(challengeOf(workspace))
    if (!folder) return
    downloadFile('lesson.md', folder.page)
    downloadFile('start.json', `${JSON.stringify(folder.start, null, 2)}\n`)
    downloadFile('solution.json', `${JSON.stringify(folder.solution, null, 2)}\n`)
  }

  return (
    <>
      <ChallengeChoice />
      {length.kind === 'tooLong' ? null : (
        <Button icon="link" onPress={() => copy('Challenge link', address)}>
          Copy challenge link
        </Button>
      )}
      <p className={styles['soft']}>
        {warning
          ? `${warning.heading}. ${warning.text}`
          : `${address.length.toLocaleString('en')} characters.`}
      </p>
      <Outcome outcome={outcome} />
      <div className={styles['buttons']}>
        <Button look="quiet" icon="file" onPress={() => downloadWorkspace(challenge)}>
          Download file
        </Button>
        <Button look="quiet" icon="file" onPress={downloadFolder}>
          Download lesson folder
        </Button>
      </div>
      <p className={styles['soft']}>
        Made from a real case?{' '}
        <Button look="link" onPress={() => openLayer({ kind: 'share' })}>
          Redact it first
        </Button>
        .
      </p>
    </>
  )
}
