import { useMemo, useState } from 'react'
import { Button, Select } from '#controls'
import {
  leftOutWords,
  lengthWords,
  linkLength,
  toChatText,
  toMarkdown,
  toSimulateCommand,
  toSourceComment,
  type CommentMark,
  type LinkAction,
} from '#share'
import { challengeOf, challengeToShare, isWriting, shownDecision, type App } from '#store'
import { useApp, useAppStore } from '#store/react'
import { ChallengeChoice } from '../challenge/ChallengeChoice.tsx'
import { setFragment } from '../link/address.ts'
import { exhibitOf } from './exhibit.ts'
import { linkInWords, linkOf, requestFocus } from './link-of.ts'
import { Outcome } from './Outcome.tsx'
import { pointsOf } from './points.ts'
import type { Shared } from './shared.ts'
import { useCopy } from './use-copy.ts'
import { downloadWorkspace, fileText } from './workspace-file.ts'
import styles from './share.module.css'

/** A way that has a page of its own. */
export type Subpage = 'redact' | 'embed' | 'qr'

const marks: readonly { readonly value: CommentMark; readonly text: string }[] = [
  { value: '//', text: '//' },
  { value: '#', text: '#' },
]

const focus = (element: HTMLElement | null) => element?.focus()

/** Of a challenge the start is shared, whichever side its author has in hand: never the solution unasked, nor its verdict. */
function atTheStart(state: App): App {
  const workspace = challengeOf(state.workspace)
  return workspace === state.workspace
    ? state
    : { ...state, workspace, caret: undefined, lastReadable: undefined }
}

/** The link with its length, and the other ways. */
export function SharePage({
  refused,
  cameFrom,
  onOpen,
}: {
  /** A link that the clipboard did not take. */
  readonly refused: string | undefined
  readonly cameFrom: Subpage | undefined
  readonly onOpen: (page: Subpage, shared: Shared) => void
}) {
  const store = useAppStore()
  // Nothing behind the sheet changes while it is open.
  const [state] = useState(() => atTheStart(store.getState()))
  const [points] = useState(() => pointsOf(state))
  const [point, setPoint] = useState(requestFocus(state.selectedScenario) ? 'request' : 'whole')
  const [withoutTests, setWithoutTests] = useState(false)
  const [mark, setMark] = useState<CommentMark>('//')
  const { outcome, copy, say } = useCopy(
    refused === undefined ? undefined : { what: 'The link', text: refused },
  )

  const included = useApp((app) => app.solutionIncluded)
  const shared = useMemo((): Shared => {
    const whole = challengeToShare(state.workspace, included)
    const workspace = withoutTests
      ? {
          ...whole,
          scenarios: whole.scenarios
            .slice(0, 0)
            .concat(whole.scenarios[state.selectedScenario] ?? []),
        }
      : whole
    const pointed = withoutTests ? undefined : points.find(({ value }) => value === point)?.focus
    return { workspace, link: linkOf(workspace, pointed) }
  }, [state, points, point, withoutTests, included])

  const { workspace, link } = shared
  const length = linkLength(link.address)
  const warning = lengthWords(
    length,
    length.kind === 'tooLong' ? new Blob([fileText(workspace)]).size : 0,
  )
  const tooLong = length.kind === 'tooLong'
  const words = linkInWords(link, workspace)

  const copyLink = () => {
    // What is left out would be missing from the address too.
    if (!withoutTests) setFragment(link.fragment)
    copy('The link', link.address, { words: `Link copied · ${words}` })
  }
  const copyCommand = () => {
    const decision = shownDecision(state)
    if (!decision) {
      say('There is no verdict yet, so there is nothing to ask AWS.')
      return
    }
    const { command, leftOut } = toSimulateCommand(decision, workspace.policies)
    copy('AWS CLI command', command, { notes: leftOut.map(leftOutWords) })
  }
  const actions: Partial<Record<LinkAction, () => void>> = {
    copyAnyway: copyLink,
    downloadFile: () => downloadWorkspace(workspace),
    leaveOutTests: () => setWithoutTests(true),
  }
  const exhibit = () => exhibitOf(state, link.address)

  return (
    <div className={styles['page']}>
      <section className={styles['link']} aria-label="Link">
        {isWriting(state) ? (
          <section aria-label="Challenge link" className={styles['challenge']}>
            <h3>Challenge link</h3>
            <ChallengeChoice />
          </section>
        ) : null}
        <Select
          label="Point at"
          value={point}
          options={points}
          onChange={(value) => setPoint(value)}
        />
        {tooLong ? null : (
          <div className={styles['copy']}>
            <input
              className={styles['address']}
              aria-label="Link"
              readOnly
              value={link.address}
              onFocus={(event) => event.target.select()}
            />
            {warning ? null : (
              <Button look="primary" icon="copy" onPress={copyLink}>
                Copy link
              </Button>
            )}
          </div>
        )}
        <p className={styles['soft']}>{words}</p>
        {withoutTests ? (
          <p>
            Tests are left out.{' '}
            <Button look="link" onPress={() => setWithoutTests(false)}>
              Include them
            </Button>
          </p>
        ) : null}
        {warning ? (
          <div className={styles['warning']} role="note" aria-label={warning.heading}>
            <p>
              <strong>{warning.heading}</strong>
            </p>
            <p>{warning.text}</p>
            <div className={styles['buttons']}>
              {warning.buttons.map(({ action, label }) =>
                action === 'leaveOutTests' &&
                (withoutTests || workspace.scenarios.length < 2) ? null : (
                  <Button key={action} onPress={() => actions[action]?.()}>
                    {label}
                  </Button>
                ),
              )}
            </div>
          </div>
        ) : null}
        <Outcome outcome={outcome} />
        <p className={styles['soft']}>
          The link <em>contains</em> your policies. Anyone who has it can read them. They aren’t
          stored on a server.
        </p>
      </section>
      <section aria-label="Other ways" className={styles['ways']}>
        <Button
          icon="lock"
          onPress={() => onOpen('redact', shared)}
          {...(cameFrom === 'redact' ? { ref: focus } : {})}
        >
          Redact and copy…
        </Button>
        <Button
          icon="copy"
          isDisabled={tooLong}
          onPress={() => copy('Markdown', toMarkdown(exhibit()))}
        >
          Copy as Markdown
        </Button>
        <Button
          icon="copy"
          isDisabled={tooLong}
          onPress={() => copy('Text for chat', toChatText(exhibit()))}
        >
          Copy for chat
        </Button>
        <div className={styles['pair']}>
          <Button
            icon="copy"
            isDisabled={tooLong}
            onPress={() => copy('Source comment', toSourceComment(exhibit(), mark))}
          >
            Copy as source comment
          </Button>
          <Select
            label="Comment mark"
            labelHidden
            value={mark}
            options={marks}
            onChange={setMark}
          />
        </div>
        <Button icon="copy" onPress={copyCommand}>
          Copy AWS CLI command
        </Button>
        <Button
          icon="link"
          isDisabled={tooLong}
          onPress={() => onOpen('embed', shared)}
          {...(cameFrom === 'embed' ? { ref: focus } : {})}
        >
          Embed…
        </Button>
        <Button
          icon="share"
          isDisabled={tooLong}
          onPress={() => onOpen('qr', shared)}
          {...(cameFrom === 'qr' ? { ref: focus } : {})}
        >
          QR code
        </Button>
        <Button icon="file" onPress={() => downloadWorkspace(workspace)}>
          Download file
        </Button>
      </section>
    </div>
  )
}
