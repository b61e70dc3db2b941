import { Icon, TraceTree, type IconName, type TreeLine } from '#controls'
import type { TraceNode } from '#language'
import { sourcesOf, traceOf } from '#store'
import { useApp, useVerdict } from '#store/react'
import styles from './trace.module.css'

const icons: Readonly<Record<TraceNode['state'], IconName>> = {
  matched: 'passed',
  unmatched: 'failed',
  neutral: 'none',
}

/** The whole evaluation as text: layer, policy, statement, part, value; each line leads to its place. */
export function TracePanel({
  followsFocus = false,
}: {
  /** Whether the statement that the editor has gone to is open. */
  readonly followsFocus?: boolean
}) {
  const policies = useApp((app) => app.workspace.policies)
  const setFocus = useApp((app) => app.setFocus)
  const focus = useApp((app) => app.focus)
  const verdict = useVerdict()
  if (verdict.kind !== 'decided')
    return (
      <p className={styles['none']}>
        {verdict.kind === 'hidden'
          ? 'The trace is hidden with the verdict.'
          : 'There is no trace, because nothing was evaluated.'}
      </p>
    )

  const nodes = traceOf(verdict.decision, sourcesOf(policies))
  const opened = new Set<string>()
  const line = (node: TraceNode): TreeLine => {
    const { kind, place } = node
    const inFocus =
      followsFocus &&
      focus !== undefined &&
      focus.policy === place?.policy &&
      place.span.start <= focus.span.start &&
      focus.span.end <= place.span.end
    if (kind === 'layer' || kind === 'policy' || (kind === 'statement' && inFocus))
      opened.add(node.id)
    return {
      id: node.id,
      children: node.children.map(line),
      content: (
        <span className={styles['line']} data-state={node.state} data-kind={node.kind}>
          <Icon name={icons[node.state]} size={13} />
          <span>{node.text}</span>
          {node.state === 'neutral' ? null : (
            <span className="visually-hidden">, {node.state}</span>
          )}
        </span>
      ),
      ...(place ? { onChoose: () => setFocus(place.policy, place.span) } : {}),
    }
  }
  const lines = nodes.map(line)
  return (
    <TraceTree
      label="Trace"
      lines={lines}
      // Down to the statements; their parts open on request.
      openAtFirst={(id) => opened.has(id)}
    />
  )
}
