import { Icon } from '#controls'
import styles from './verdict.module.css'

/** What else to know about a verdict. One note stands there; more wait behind the first. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  const [first, ...more] = notes
  if (first === undefined) return null
  if (more.length === 0)
    return (
      <p className={styles['note']}>
        <Icon name="suggestion" size={14} /> <span>{first}</span>
      </p>
    )
  return (
    <details className={styles['notes']}>
      <summary>
        {notes.length} notes: {first}
      </summary>
      <ul>
        {more.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  )
}
