import type { KeyboardEvent } from 'react'
import { Button } from '#controls'
import type { Draft } from '#storage'
import { downloadWorkspace } from '#panels/share/workspace-file.ts'
import { agoInWords, exactTime, sizeInWords, titleInWords } from './draft-words.ts'
import { RenameForm } from './RenameForm.tsx'
import styles from './drafts.module.css'

/** One draft: its title opens it. */
export function DraftRow({
  draft,
  now,
  place,
  renaming,
  onOpen,
  onKey,
  onRename,
  onRenamed,
  onDuplicate,
  onDelete,
}: {
  readonly draft: Draft
  readonly now: number
  /** On the screen of this tab, of another, or of none. */
  readonly place: 'here' | 'elsewhere' | 'kept'
  readonly renaming: boolean
  readonly onOpen: () => void
  readonly onKey: (event: KeyboardEvent) => void
  readonly onRename: () => void
  /** Undefined: the old title stays. */
  readonly onRenamed: (title: string | undefined) => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}) {
  const { id, title, savedAt, bytes, workspace, problems } = draft
  const name = titleInWords(title)
  const exact = exactTime(savedAt)
  const ours = place !== 'elsewhere'
  return (
    <li className={styles['row']} data-place={place}>
      {renaming ? (
        <RenameForm title={title ?? ''} onDone={onRenamed} />
      ) : (
        <button
          type="button"
          data-focus={id}
          className={styles['title']}
          aria-current={place === 'here' ? 'true' : undefined}
          title={name.length > 60 ? name : undefined}
          onClick={onOpen}
          onKeyDown={onKey}
        >
          {name}
        </button>
      )}
      <div className={styles['under']}>
        <p className={styles['facts']}>
          <time dateTime={exact?.iso} title={exact?.words}>
            {agoInWords(savedAt, now)}
          </time>
          <span>{sizeInWords(bytes)}</span>
          {place === 'here' ? <strong>On the screen</strong> : null}
          {place === 'elsewhere' ? <strong>Open in another tab</strong> : null}
          {problems.length > 0 ? <strong>Partly readable</strong> : null}
        </p>
        <div className={styles['actions']}>
          {ours && problems.length === 0 ? (
            <Button look="link" label={`Rename ${name}`} onPress={onRename}>
              Rename
            </Button>
          ) : null}
          <Button look="link" label={`Duplicate ${name}`} onPress={onDuplicate}>
            Duplicate
          </Button>
          <Button
            look="link"
            label={`Download ${name}`}
            onPress={() => downloadWorkspace(workspace)}
          >
            Download
          </Button>
          {ours ? (
            <Button look="link" label={`Delete ${name}`} onPress={onDelete}>
              Delete
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}
