import { useState, type ReactNode } from 'react'
import { Button } from '#controls'
import { count } from './open-words.ts'
import styles from './open.module.css'

/** As many as are drawn at once: a file of a few megabytes can hold a hundred thousand of anything. */
const portion = 50

/** A list of which the first are drawn, and more when somebody asks. */
export function Many<Item>({
  label,
  items,
  row,
}: {
  readonly label: string
  readonly items: readonly Item[]
  /** Draws an item, as a list item with a key. */
  readonly row: (item: Item, index: number) => ReactNode
}) {
  const [shown, setShown] = useState(portion)
  if (items.length === 0) return null
  const rest = items.length - shown
  return (
    <div className={styles['many']}>
      <ul aria-label={label} className={styles['list']}>
        {items.slice(0, shown).map(row)}
      </ul>
      {rest > 0 ? (
        <Button look="link" onPress={() => setShown(shown + portion)}>
          {`Show ${Math.min(rest, portion)} of ${count(rest, 'other')}`}
        </Button>
      ) : null}
    </div>
  )
}
