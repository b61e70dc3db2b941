import { Fragment } from 'react'
import styles from './SuggestBox.module.css'

/** A text of which some characters stand out: those that were typed. */
export function Matched({
  text,
  matches,
}: {
  readonly text: string
  readonly matches: readonly (readonly [number, number])[]
}) {
  return (
    <>
      {matches.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(matches[index - 1]?.[1] ?? 0, start)}
          <mark className={styles['match']}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(matches.at(-1)?.[1] ?? 0)}
    </>
  )
}
