import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icons.tsx'
import styles from './TraceTree.module.css'

export interface TreeLine {
  readonly id: string
  readonly content: ReactNode
  readonly children: readonly TreeLine[]
  /** Chosen by click or Enter. */
  readonly onChoose?: () => void
}

/**
 * Lines that open and close: arrows move, right and left open and close, Enter chooses.
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function TraceTree({
  label,
  lines,
  openAtFirst,
}: {
  readonly label: string
  readonly lines: readonly TreeLine[]
  /** Whether a line that nobody opened or closed is open. */
  readonly openAtFirst: (id: string) => boolean
}) {
  const prefix = useId()
  const tree = useRef<HTMLDivElement>(null)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [current, setCurrent] = useState<string | undefined>(undefined)

  const isOpen = ({ id, children }: TreeLine) =>
    children.length > 0 && (toggled.get(id) ?? openAtFirst(id))
  const setOpen = (id: string, open: boolean) => setToggled(new Map(toggled).set(id, open))

  const visible: VisibleLine[] = []
  const show = (siblings: readonly TreeLine[], level: number, parent: string | undefined) => {
    siblings.forEach((line, index) => {
      visible.push({ line, level, parent, place: index + 1, siblings: siblings.length })
      if (isOpen(line)) show(line.children, level + 1, line.id)
    })
  }
  show(lines, 1, undefined)

  const focused = visible.some(({ line }) => line.id === current) ? current : visible[0]?.line.id
  const goTo = (id: string | undefined) => {
    if (id === undefined) return
    setCurrent(id)
    tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = visible.findIndex(({ line }) => line.id === focused)
    const here = visible[at]
    if (!here) return
    const { line, parent } = here
    switch (event.key) {
      case 'ArrowDown':
        goTo(visible[at + 1]?.line.id)
        break
      case 'ArrowUp':
        goTo(visible[at - 1]?.line.id)
        break
      case 'Home':
        goTo(visible[0]?.line.id)
        break
      case 'End':
        goTo(visible.at(-1)?.line.id)
        break
      case 'ArrowRight':
        if (isOpen(line)) goTo(visible[at + 1]?.line.id)
        else if (line.children.length > 0) setOpen(line.id, true)
        break
      case 'ArrowLeft':
        if (isOpen(line)) setOpen(line.id, false)
        else goTo(parent)
        break
      case 'Enter':
      case ' ':
        if (line.onChoose) line.onChoose()
        else setOpen(line.id, !isOpen(line))
        break
      default:
        return
    }
    event.preventDefault()
  }

  return (
    <div ref={tree} role="tree" aria-label={label} className={styles['tree']}>
      {visible.map(({ line, level, place, siblings }) => {
        const open = isOpen(line)
        return (
          <div
            key={line.id}
            id={`${prefix}${line.id}`}
            role="treeitem"
            aria-level={level}
            aria-posinset={place}
            aria-setsize={siblings}
            aria-selected={line.id === focused}
            {...(line.children.length > 0 ? { 'aria-expanded': open } : {})}
            data-line={line.id}
            tabIndex={line.id === focused ? 0 : -1}
            className={styles['line']}
            style={{ paddingInlineStart: 8 + (level - 1) * 18 }}
            onKeyDown={onKeyDown}
            onFocus={() => setCurrent(line.id)}
            onClick={() => {
              if (line.onChoose) line.onChoose()
              else setOpen(line.id, !open)
            }}
          >
            {/* The arrow is the hand's way; the keyboard has the right and left keys. */}
            <span
              className={styles['arrow']}
              aria-hidden="true"
              onClick={(event) => {
                if (line.children.length === 0) return
                event.stopPropagation()
                setOpen(line.id, !open)
              }}
            >
              {line.children.length > 0 ? <Icon name={open ? 'down' : 'right'} size={12} /> : null}
            </span>
            <span className={styles['content']}>{line.content}</span>
          </div>
        )
      })}
    </div>
  )
}

interface VisibleLine {
  readonly line: TreeLine
  readonly level: number
  readonly parent: string | undefined
  readonly place: number
  readonly siblings: number
}
