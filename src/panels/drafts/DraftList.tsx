import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#controls'
import type { DraftEntry } from '#storage'
import { openDraft, type ShelfOutcome } from '#store'
import { useApp, useAppStore } from '#store/react'
import { DraftRow } from './DraftRow.tsx'
import { titleInWords } from './draft-words.ts'
import { UnreadableRow } from './UnreadableRow.tsx'
import { useShelf } from './use-shelf.ts'
import styles from './drafts.module.css'

/** How many are drawn at first, and with each "Show more". */
const step = 50

/** How many removals offer their way back. */
const mostRemoved = 5

const outcomeWords = (outcome: ShelfOutcome, done: string): string => {
  switch (outcome) {
    case 'done':
      return done
    case 'elsewhere':
      return 'It is open in another tab. Change it there.'
    case 'none':
      return 'It isn’t there any more.'
  }
}

/** The list itself. */
export function DraftList({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore()
  const origin = useApp((app) => app.origin)
  const { shelf, change } = useShelf()
  const [shown, setShown] = useState(step)
  const [renaming, setRenaming] = useState<string | undefined>(undefined)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  /** Where the focus goes when the list is drawn next: a change must not lose it. */
  const wanted = useRef<string | undefined>(undefined)

  useEffect(() => {
    if (wanted.current === undefined) return
    const element = list.current?.querySelector<HTMLElement>(
      `[data-focus="${CSS.escape(wanted.current)}"]`,
    )
    if (!element) return
    element.focus()
    wanted.current = undefined
  })

  if (shelf.kind === 'loading') return <p className={styles['soft']}>Loading…</p>
  if (shelf.kind === 'refused')
    return (
      <p>
        Drafts aren’t being kept. This browser refuses storage (private window?). Share or download
        before you close the tab.
      </p>
    )

  const { drafts, removed, now } = shelf
  const { entries, elsewhere } = drafts
  const current = origin.kind === 'draft' ? origin.id : undefined
  const drawn = entries.slice(0, shown)
  const more = Math.min(step, entries.length - drawn.length)

  const act = (work: Parameters<typeof change>[0]) => void change(work).then(setSaid)

  const open = async (id: string) => {
    if (id === current) {
      onClose()
      return
    }
    const opened = await openDraft(store, id).catch(() => 'none' as const)
    if (opened === 'opened') onClose()
    else act(() => Promise.resolve('It can’t be opened.'))
  }

  const remove = (entry: DraftEntry) =>
    act(async (found) => {
      const outcome = await found.remove(entry)
      wanted.current = outcome === 'done' ? `undo ${entry.id}` : entry.id
      // The way back, which takes the focus, says that it is deleted.
      return outcomeWords(outcome, '')
    })

  const onRowKey = (event: KeyboardEvent, index: number) => {
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: drawn.length - 1,
    }[event.key]
    const entry = drawn[index]
    if (to !== undefined) {
      const next = drawn[Math.max(0, Math.min(drawn.length - 1, to))]
      if (next)
        list.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(next.id)}"]`)?.focus()
    } else if (entry && event.key === 'Delete' && !elsewhere.has(entry.id)) remove(entry)
    else if (entry?.kind === 'draft' && event.key === 'F2' && !elsewhere.has(entry.id))
      setRenaming(entry.id)
    else return
    event.preventDefault()
  }

  return (
    <div ref={list} className={styles['all']}>
      <p className={styles['soft']}>
        Kept in this browser only, until its data is cleared. Download what matters.
      </p>
      <p role="status" className={said ? '' : 'visually-hidden'}>
        {said}
      </p>
      {removed.slice(0, mostRemoved).map(({ id, title }) => (
        <p key={id} className={styles['removed']}>
          <span>Deleted {titleInWords(title)}.</span>
          <button
            type="button"
            data-focus={`undo ${id}`}
            className={styles['undo']}
            aria-label={`Undo: deleted ${titleInWords(title)}`}
            onClick={() =>
              act(async (found) => {
                await found.putBack(id)
                wanted.current = id
                return `${titleInWords(title)} is back.`
              })
            }
          >
            Undo
          </button>
        </p>
      ))}
      {entries.length === 0 ? (
        <p>No workspaces yet. What you edit is kept here by itself.</p>
      ) : (
        <ul aria-label="Workspaces" className={styles['list']}>
          {drawn.map((entry, index) =>
            entry.kind === 'draft' ? (
              <DraftRow
                key={entry.id}
                draft={entry}
                now={now}
                place={
                  entry.id === current ? 'here' : elsewhere.has(entry.id) ? 'elsewhere' : 'kept'
                }
                renaming={entry.id === renaming}
                onOpen={() => void open(entry.id)}
                onKey={(event) => onRowKey(event, index)}
                onRename={() => setRenaming(entry.id)}
                onRenamed={(title) => {
                  setRenaming(undefined)
                  wanted.current = entry.id
                  if (title !== undefined)
                    act(async (found) =>
                      outcomeWords(await found.rename(entry.id, title), 'Renamed.'),
                    )
                }}
                onDuplicate={() =>
                  act(async (found) => outcomeWords(await found.duplicate(entry.id), 'Duplicated.'))
                }
                onDelete={() => remove(entry)}
              />
            ) : (
              <UnreadableRow
                key={entry.id}
                entry={entry}
                onKey={(event) => onRowKey(event, index)}
                onDelete={() => remove(entry)}
              />
            ),
          )}
        </ul>
      )}
      {more > 0 ? (
        <Button
          onPress={() => {
            wanted.current = entries[shown]?.id
            setShown(shown + step)
          }}
        >
          Show {more} more of {entries.length.toLocaleString('en')}
        </Button>
      ) : null}
    </div>
  )
}
