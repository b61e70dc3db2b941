import { useMemo, useState } from 'react'
import { Button, Checkbox } from '#controls'
import { kindWords, linkLength, lengthWords, redact, redactionWords } from '#share'
import { useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { BackButton } from './BackButton.tsx'
import { linkInWords, linkOf } from './link-of.ts'
import { Outcome } from './Outcome.tsx'
import type { Shared } from './shared.ts'
import { useCopy } from './use-copy.ts'
import { downloadWorkspace } from './workspace-file.ts'
import styles from './share.module.css'

/** More than anybody checks one by one; what is beyond is replaced all the same. */
const mostShown = 200

/** What deciding every request again, several times over, may take: characters of policies, and policies times requests. */
const most = { characters: 300_000, decisions: 5_000 }

function isTooLarge({ policies, scenarios }: Workspace): boolean {
  const characters = policies.reduce((sum, { text }) => sum + text.length, 0)
  return characters > most.characters || policies.length * scenarios.length > most.decisions
}

/** The redacted copy, where it can be made. */
export function RedactPage(props: RedactProps) {
  return isTooLarge(props.shared.workspace) ? (
    <div className={styles['page']}>
      <p>This workspace is too large to be redacted here: every request would be decided again.</p>
      <div className={styles['buttons']}>
        <BackButton onBack={props.onBack} />
      </div>
    </div>
  ) : (
    <Redacted {...props} />
  )
}

interface RedactProps {
  readonly shared: Shared
  readonly onBack: () => void
  readonly onClose: () => void
}

/** What tells who somebody is, what stands in for it, and the copy without. */
function Redacted({ shared: { workspace }, onBack, onClose }: RedactProps) {
  const store = useAppStore()
  const [buckets, setBuckets] = useState(false)
  const { outcome, copy } = useCopy()
  const redaction = useMemo(() => redact(workspace, { buckets }), [workspace, buckets])
  const { replaced, kept } = redaction
  const link = useMemo(() => linkOf(redaction.workspace, undefined), [redaction])
  const length = linkLength(link.address)
  const warning = lengthWords(length, 0)
  const found = [...replaced, ...kept.map((identifier) => ({ ...identifier, replacement: 'kept' }))]

  const open = () => {
    const app = store.getState()
    onClose()
    app.show(redaction.workspace, { kind: 'copy' }, { scenario: app.selectedScenario })
    app.showBar({ kind: 'shared', from: 'redaction', title: redaction.workspace.title })
  }

  return (
    <div className={styles['page']}>
      <p role="status">{redactionWords(redaction)}</p>
      <Checkbox label="Bucket names too" checked={buckets} onChange={setBuckets} />
      {found.length > 0 ? (
        // It scrolls, so it can be reached by key.
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- see above
        <div className={styles['found']} tabIndex={0} role="group" aria-label="What was found">
          <table>
            <thead>
              <tr>
                <th scope="col">Kind</th>
                <th scope="col">Original</th>
                <th scope="col">Replacement</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, mostShown).map(({ kind, original, replacement }) => (
                <tr key={original}>
                  <td>{kindWords[kind][0]}</td>
                  <td>
                    <code>{original}</code>
                  </td>
                  <td>
                    <code>{replacement}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > mostShown ? <p>And {found.length - mostShown} more.</p> : null}
        </div>
      ) : null}
      {warning ? (
        <p>
          <strong>{warning.heading}.</strong> {warning.text}
        </p>
      ) : (
        <p className={styles['soft']}>{linkInWords(link, redaction.workspace)}</p>
      )}
      <div className={styles['buttons']}>
        {length.kind === 'tooLong' ? (
          <Button look="primary" icon="file" onPress={() => downloadWorkspace(redaction.workspace)}>
            Download redacted file
          </Button>
        ) : (
          <Button
            look="primary"
            icon="copy"
            onPress={() =>
              copy('Redacted link', link.address, {
                words: `Redacted link copied · ${linkInWords(link, redaction.workspace)}`,
              })
            }
          >
            Copy redacted link
          </Button>
        )}
        <Button icon="file" onPress={open}>
          Open redacted copy
        </Button>
        <BackButton onBack={onBack} />
      </div>
      <Outcome outcome={outcome} />
    </div>
  )
}
