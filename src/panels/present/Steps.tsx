import { useEffect, useRef } from 'react'
import { Icon, type IconName } from '#controls'
import type { TraceNode } from '#language'
import styles from './present.module.css'

const icons: Readonly<Record<TraceNode['state'], IconName>> = {
  matched: 'passed',
  unmatched: 'failed',
  neutral: 'none',
}

/** The trace as far as it has been told: what is still open stands there without its outcome. */
export function Steps({
  trace,
  told,
}: {
  readonly trace: readonly TraceNode[]
  readonly told: readonly TraceNode[]
}) {
  const done = new Set(told.map(({ id }) => id))
  const current = told.at(-1)?.id
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const begun = (node: TraceNode): boolean => done.has(node.id) || node.children.some(begun)
  const lines = (nodes: readonly TraceNode[], level: number): readonly Line[] =>
    nodes.filter(begun).flatMap((node) => [{ node, level }, ...lines(node.children, level + 1)])
  const shown = lines(trace, 0)

  if (shown.length === 0)
    return <p className={styles['none']}>Each step shows one thing that AWS looks at.</p>
  return (
    <ol aria-label="Steps" className={styles['steps']}>
      {shown.map(({ node, level }) => {
        const known = done.has(node.id)
        return (
          <li
            key={node.id}
            ref={node.id === current ? here : undefined}
            aria-current={node.id === current ? 'step' : undefined}
            data-state={known ? node.state : 'open'}
            data-kind={node.kind}
            style={{ paddingInlineStart: 8 + level * 20 }}
          >
            <Icon name={known ? icons[node.state] : 'waiting'} size={16} />
            <span>{known ? node.text : node.name}</span>
          </li>
        )
      })}
    </ol>
  )
}

interface Line {
  readonly node: TraceNode
  readonly level: number
}
