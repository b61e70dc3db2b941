import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './Separator.module.css'

/**
 * The line between two parts: dragged, moved with the arrow keys (Home and End go to the ends), and put back by a
 * double click or Enter. `size` is that of the part after the line.
 */
export function Separator({
  label,
  orientation,
  size,
  min,
  max,
  onSize,
}: {
  readonly label: string
  /** Of the line itself: a vertical line lies between a left and a right part. */
  readonly orientation: 'vertical' | 'horizontal'
  readonly size: number
  readonly min: number
  readonly max: number
  /** Undefined puts the size back. */
  readonly onSize: (size: number | undefined) => void
}) {
  const start = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined)
  const within = (wanted: number) => Math.round(Math.max(min, Math.min(max, wanted)))
  const along = (event: PointerEvent) =>
    orientation === 'vertical' ? event.clientX : event.clientY

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 64 : 16
    const sizes: Readonly<Record<string, number | undefined>> = {
      [orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp']: size + step,
      [orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown']: size - step,
      Home: max,
      End: min,
    }
    const wanted = sizes[event.key]
    if (wanted !== undefined) onSize(within(wanted))
    else if (event.key === 'Enter') onSize(undefined)
    else return
    event.preventDefault()
  }

  return (
    // The pattern of a movable separator: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- a focusable separator is a widget
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- a focusable separator is a widget
      tabIndex={0}
      className={`${styles['separator']} ${styles[orientation]}`}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onSize(undefined)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: along(event), size }
      }}
      onPointerMove={(event) => {
        if (start.current) onSize(within(start.current.size + start.current.at - along(event)))
      }}
      onPointerUp={() => (start.current = undefined)}
      onPointerCancel={() => (start.current = undefined)}
    />
  )
}
