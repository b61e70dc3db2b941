import { Button, Icon } from '#controls'
import { cellWords, type Placed, type ResultCell } from '#lessons'
import { useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { openAnswerOf } from './open-answer-of.ts'
import styles from './results.module.css'

interface CellProps {
  readonly name: string
  readonly lessonTitle: string
  readonly lesson: Workspace | undefined
  readonly onApart: (place: number) => void
}

/** One person's result in one lesson; earlier lines lie behind it. */
export function ResultCellView({
  cell,
  ...props
}: CellProps & { readonly cell: ResultCell | undefined }) {
  if (!cell) return <span className="visually-hidden">nothing</span>
  const { last, earlier } = cell
  return (
    <>
      <Result placed={last} {...props} />
      {earlier.length > 0 ? (
        <details className={styles['earlier']}>
          <summary>{earlier.length} earlier</summary>
          <ul>
            {earlier.map((placed) => (
              <li key={placed.place}>
                <Result placed={placed} {...props} />
                <Button
                  look="link"
                  label={`Somebody else: an earlier line of ${props.name} for ${props.lessonTitle}`}
                  onPress={() => props.onApart(placed.place)}
                >
                  Somebody else
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

const icons = { solved: 'passed', unsolved: 'failed', claimed: 'none' } as const

function Result({
  placed: { entry },
  name,
  lessonTitle,
  lesson,
}: CellProps & { readonly placed: Placed }) {
  const store = useAppStore()
  const { state, score, effort, notes } = cellWords(entry)
  return (
    <div className={styles['result']} data-state={state}>
      <span className={styles['score']}>
        <Icon name={icons[state]} size={13} /> {state === 'claimed' ? `claims ${score}` : score}
      </span>
      <span className={styles['soft']}>{effort}</span>
      {notes.map((note) => (
        <span key={note} className={styles['note']}>
          {note}
        </span>
      ))}
      {entry.opened.kind === 'opened' ? (
        <Button
          look="link"
          label={`Open the answer of ${name} to ${lessonTitle}`}
          onPress={() => openAnswerOf(store, { name, entry, lesson })}
        >
          Open
        </Button>
      ) : null}
    </div>
  )
}
