import type { MarkedText } from '#policy'
import styles from './check-page.module.css'

/** A policy's text, with the places a check finds marked. */
export function MarkedPolicy({
  label,
  text,
  spans,
}: Pick<MarkedText, 'text' | 'spans'> & { readonly label: string }) {
  const pieces: { readonly text: string; readonly marked: boolean }[] = []
  let at = 0
  for (const { start, end } of spans) {
    // One mark within another: the outer one shows it.
    if (start < at) continue
    pieces.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    )
    at = end
  }
  pieces.push({ text: text.slice(at), marked: false })
  return (
    // A part that scrolls must be reachable.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- see above
    <pre className={styles['policy']} role="region" aria-label={label} tabIndex={0}>
      <code>
        {pieces.map(({ text: piece, marked }, index) =>
          marked ? <mark key={index}>{piece}</mark> : piece,
        )}
      </code>
    </pre>
  )
}
