import type { KeyboardEvent } from 'react'
import { Button } from '#controls'
import type { UnreadableDraft } from '#storage'
import { downloadFile } from '../download-file.ts'
import { sizeInWords } from './draft-words.ts'
import styles from './drafts.module.css'

/** Something among the drafts that is none: it can be had as it is, and deleted. */
export function UnreadableRow({
  entry: { id, why, raw, bytes },
  onKey,
  onDelete,
}: {
  readonly entry: UnreadableDraft
  readonly onKey: (event: KeyboardEvent) => void
  readonly onDelete: () => void
}) {
  const name = id.slice(0, 40)
  return (
    <li className={styles['row']}>
      <p className={styles['broken']}>
        This draft can’t be read: <span>{why.slice(0, 300)}</span>
      </p>
      <div className={styles['under']}>
        <p className={styles['facts']}>
          <code>{name}</code>
          <span>{sizeInWords(bytes)}</span>
        </p>
        <div className={styles['actions']}>
          <button
            type="button"
            data-focus={id}
            className={styles['undo']}
            aria-label={`Download as it is: ${name}`}
            onClick={() => downloadFile('unreadable-draft.json', raw)}
            onKeyDown={onKey}
          >
            Download as it is
          </button>
          <Button look="link" label={`Delete ${name}`} onPress={onDelete}>
            Delete
          </Button>
        </div>
      </div>
    </li>
  )
}
