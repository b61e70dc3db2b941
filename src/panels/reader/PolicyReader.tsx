import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#controls'
import type { Span } from '#policy'
import { findings, marksOf, shownDecision, sourceOf } from '#store'
import { useApp } from '#store/react'
import type { WorkspacePolicy } from '#workspace'
import { linesOf } from './lines.ts'
import { ReaderLine } from './ReaderLine.tsx'
import styles from './reader.module.css'

const noMarks = [] as const

/**
 * The text of the selected policy, to be read: marks, findings and colours as in the editor, and each name and value explains itself.
 * In the place of the editor where only fingers point: Monaco doesn't support mobile browsers.
 */
export function PolicyReader() {
  const policy = useApp(({ workspace, selectedPolicy }) =>
    workspace.policies.find(({ name }) => name === selectedPolicy),
  )
  const openLayer = useApp((app) => app.openLayer)
  if (!policy) return null
  if (policy.text.trim() === '')
    return (
      <div className={styles['empty']}>
        <p>Nothing is written here yet.</p>
        <Button look="primary" icon="edit" onPress={() => openLayer({ kind: 'edit' })}>
          Write or paste a policy
        </Button>
      </div>
    )
  return <Text key={policy.name} policy={policy} />
}

function Text({ policy }: { readonly policy: WorkspacePolicy }) {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const decision = useApp(shownDecision)
  const highlight = useApp((app) => app.settings.highlight)
  const caret = useApp((app) => app.caret)
  const setCaret = useApp((app) => app.setCaret)
  const openLayer = useApp((app) => app.openLayer)
  const reader = useRef<HTMLDivElement>(null)
  const place = useShownPlace(policy)

  const found = findings({ workspace, facts }, policy)
  const marks = decision ? marksOf(decision, policy.name) : noMarks
  const { lines, more } = useMemo(
    () => linesOf(sourceOf(policy), { marks, findings: found, place }),
    [policy, marks, found, place],
  )

  const tokens = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ token, start }) => (token === start ? [token] : [])),
  )
  const here = caret?.policy === policy.name ? caret.offset : -1
  // The token at the caret can be reached with Tab, the others from there with the arrows.
  const current = tokens.findLast((start) => start <= here) ?? tokens[0]

  useEffect(() => {
    if (place) tokenElement(reader.current, place.start)?.scrollIntoView({ block: 'center' })
  }, [place])

  const explain = (offset: number) => {
    setCaret({ policy: policy.name, offset })
    openLayer({ kind: 'explanation' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = tokens.indexOf(Number((event.target as HTMLElement).dataset['token']))
    if (at < 0) return
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: tokens.length - 1,
    }
    const step = steps[event.key]
    const to = step === undefined ? undefined : tokens[step]
    if (to !== undefined) {
      setCaret({ policy: policy.name, offset: to + 1 })
      tokenElement(reader.current, to)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ')
      explain(insideToken(event.target as HTMLElement))
    else return
    event.preventDefault()
  }

  return (
    // The keys are those of the tokens within.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- see above
    <div
      ref={reader}
      role="group"
      aria-label={`Policy ${policy.name}, text`}
      className={styles['reader']}
      data-highlight={highlight}
      onKeyDown={onKeyDown}
      onClick={({ target, clientX, clientY, detail }) => {
        const token =
          target instanceof Element ? target.closest<HTMLElement>('[data-token]') : undefined
        // A click without a place is a screen reader's.
        const tapped = detail > 0 ? offsetAt(clientX, clientY) : undefined
        if (!token) return
        // Not behind the sheet; the margins are in the styles.
        token.scrollIntoView({ block: 'nearest' })
        explain(tapped ?? insideToken(token))
      }}
    >
      {lines.map((line) => (
        <ReaderLine
          key={line.number}
          line={line}
          current={isWithin(current, line.start, line.pieces.at(-1)?.start) ? current : undefined}
        />
      ))}
      {more > 0 ? (
        <p className={styles['more']}>
          {more === 1 ? '1 more line.' : `${more} more lines.`} Edit shows all of the text.
        </p>
      ) : null}
    </div>
  )
}

const isWithin = (offset: number | undefined, from: number, to: number | undefined) =>
  offset !== undefined && to !== undefined && offset >= from && offset <= to

/** The last character of a token before its closing quote: of `s3:GetObject` the action, of an ARN the resource. */
const insideToken = (token: HTMLElement) =>
  Number(token.dataset['token']) + Math.max(0, token.textContent.length - 2)

/** The offset in the text of the character at a point of the screen. */
function offsetAt(x: number, y: number): number | undefined {
  // Safari learned the standard's name last.
  const at =
    'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : undefined
  const piece = at?.offsetNode.parentElement?.dataset['start']
  return at && piece !== undefined ? Number(piece) + at.offset : undefined
}

/** The first part of the token at an offset, or of the next one. */
const tokenElement = (reader: HTMLElement | null, offset: number) =>
  [...(reader?.querySelectorAll<HTMLElement>('[data-token]') ?? [])].find(
    (element) => Number(element.dataset['token']) + (element.textContent || '').length > offset,
  )

/** What somebody asked to see of this policy, until its text is another. */
function useShownPlace(policy: WorkspacePolicy): Span | undefined {
  const focus = useApp((app) => app.focus)
  const [asked, setAsked] = useState<{ readonly nonce: number; readonly text: string }>()
  if (focus && focus.nonce !== asked?.nonce) setAsked({ nonce: focus.nonce, text: policy.text })
  return focus?.policy === policy.name && asked?.text === policy.text ? focus.span : undefined
}
