import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './TestList.module.css'

export interface Row {
  readonly key: string
  /** What a screen reader says for the row. */
  readonly label: string
  readonly content: ReactNode
}

/** Rows of which one is chosen: arrows, Home and End choose, Delete removes, Alt with arrows moves the row. */
export function TestList({
  label,
  rows,
  selected,
  onSelect,
  onRemove,
  onMove,
}: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly onRemove: (index: number) => void
  readonly onMove: (index: number, by: number) => void
}) {
  const list = useRef<HTMLDivElement>(null)

  // Rows are drawn after the handler, so the row to focus is looked up in the next frame.
  const focusRow = (index: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>('[role=option]')[index]?.focus(),
    )

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: rows.length - 1,
    }
    const wanted = steps[event.key]
    if (wanted !== undefined) {
      const to = Math.max(0, Math.min(rows.length - 1, wanted))
      if (event.altKey) onMove(index, to - index)
      else onSelect(to)
      focusRow(to)
    } else if (event.key === 'Delete') {
      onRemove(index)
      focusRow(Math.min(index, rows.length - 2))
    } else return
    event.preventDefault()
  }

  return (
    <div ref={list} role="listbox" aria-label={label} className={styles['list']}>
      {rows.map((row, index) => (
        <div
          key={row.key}
          role="option"
          aria-selected={index === selected}
          aria-label={row.label}
          tabIndex={index === selected ? 0 : -1}
          className={styles['row']}
          onClick={() => onSelect(index)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {row.content}
        </div>
      ))}
    </div>
  )
}
