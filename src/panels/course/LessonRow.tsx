import { Button, Icon } from '#controls'
import { useApp } from '#store/react'
import type { Progress } from '#storage'
import type { Workspace } from '#workspace'
import { countWords } from '../lesson/grade-words.ts'
import { subjectOf } from './course-parts.ts'
import styles from './course.module.css'

/** One lesson of the course: what it is about, and how far somebody is with it. */
export function LessonRow({
  lesson,
  wanted,
  state,
  onReset,
}: {
  readonly lesson: Workspace
  /** What the start of the lesson asks for. */
  readonly wanted: string | Workspace
  readonly state: Pick<Progress, 'met' | 'total' | 'solved' | 'hints'> | undefined
  /** Absent where nothing is kept. */
  readonly onReset: (() => void) | undefined
}) {
  const openLayer = useApp((app) => app.openLayer)
  const { title = 'Untitled', lesson: about } = lesson
  const words = [
    about?.kind === 'challenge' ? 'Challenge' : 'Lesson',
    ...(about?.minutes === undefined ? [] : [countWords(about.minutes, 'minute')]),
    subjectOf(lesson) ?? [],
  ].flat()
  return (
    <li className={styles['lesson']}>
      <div className={styles['about']}>
        <Button look="link" onPress={() => openLayer({ kind: 'startLesson', lesson: wanted })}>
          {title.slice(0, 200)}
        </Button>
        <p>{(about?.goal ?? '').slice(0, 300)}</p>
        <p className={styles['soft']}>{words.join(' · ')}</p>
      </div>
      <div className={styles['state']}>
        {state ? (
          <>
            <span data-solved={state.solved ? true : undefined}>
              {state.solved ? <Icon name="passed" size={14} /> : null}
              {state.solved ? 'Solved' : `${state.met} of ${state.total}`}
            </span>
            {state.hints > 0 ? (
              <span className={styles['soft']}>{countWords(state.hints, 'hint')}</span>
            ) : null}
          </>
        ) : (
          <span className={styles['soft']}>Not started</span>
        )}
        {onReset ? (
          <Button look="quiet" label={`Reset: ${title.slice(0, 200)}`} onPress={onReset}>
            Reset
          </Button>
        ) : null}
      </div>
    </li>
  )
}
