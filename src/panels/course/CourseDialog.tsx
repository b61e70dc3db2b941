import { useEffect, useState } from 'react'
import { Button, Dialog } from '#controls'
import { gradeOf, type App } from '#store'
import { useApp } from '#store/react'
import type { Progress } from '#storage'
import type { Workspace } from '#workspace'
import { courseLessons } from '../lesson/lessons.ts'
import { courseParts } from './course-parts.ts'
import { LessonRow } from './LessonRow.tsx'
import { ProgressButtons } from './ProgressButtons.tsx'
import { useProgress } from './use-progress.ts'
import styles from './course.module.css'

/** The lessons of the course in their parts, with what is known of each; any of them can be started. */
export function CourseDialog({ onClose }: { readonly onClose: () => void }) {
  const [course, setCourse] = useState<readonly Workspace[] | 'failed' | undefined>(undefined)
  useEffect(() => {
    courseLessons().then(setCourse, () => setCourse('failed'))
  }, [])
  return (
    <Dialog title="Course" onClose={onClose}>
      {course === 'failed' ? (
        <p>The course could not be loaded.</p>
      ) : course ? (
        <Course course={course} />
      ) : (
        <p role="status">Loading…</p>
      )}
    </Dialog>
  )
}

function Course({ course }: { readonly course: readonly Workspace[] }) {
  const { kept, remove, undo, removed, bring, said } = useProgress()
  const live = useApp(liveProgress)
  const progress = new Map(kept?.map((one) => [one.key, one]))
  // The lesson on the screen may be a moment ahead of what is kept.
  const stateOf = (
    key: string,
  ): Pick<Progress, 'met' | 'total' | 'solved' | 'hints'> | undefined =>
    live?.key === key ? live : progress.get(key)
  const solved = course.filter(({ lesson }) => stateOf(lesson?.id ?? '')?.solved).length
  const others = [...progress.values()].filter(({ lesson }) => lesson)

  return (
    <div className={styles['course']}>
      <div className={styles['sum']}>
        <p>
          {solved} of {course.length} solved. Start any lesson, in any order.
        </p>
        <progress max={course.length} value={solved} aria-label="Lessons solved" />
        <ProgressButtons kept={kept ?? []} onReset={remove} onBring={bring} />
        <p role="status" className={styles['said']}>
          {said}
          {removed ? (
            <Button look="link" onPress={undo}>
              Undo
            </Button>
          ) : null}
        </p>
      </div>
      {courseParts(course).map(({ title, lessons }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ol className={styles['lessons']}>
            {lessons.map((lesson) => {
              const key = lesson.lesson?.id ?? ''
              const one = progress.get(key)
              return (
                <LessonRow
                  key={key}
                  lesson={lesson}
                  wanted={key}
                  state={stateOf(key)}
                  onReset={one ? () => remove([one]) : undefined}
                />
              )
            })}
          </ol>
        </section>
      ))}
      {others.length > 0 ? (
        <section aria-label="From links and files">
          <h3>From links and files</h3>
          <ol className={styles['lessons']}>
            {others.map((one) =>
              one.lesson ? (
                <LessonRow
                  key={one.key}
                  lesson={one.lesson}
                  wanted={one.lesson}
                  state={stateOf(one.key)}
                  onReset={() => remove([one])}
                />
              ) : null,
            )}
          </ol>
        </section>
      ) : null}
    </div>
  )
}

let last: ReturnType<typeof liveProgress>

/** How it stands with the lesson on the screen. */
function liveProgress(
  app: App,
): (Pick<Progress, 'met' | 'total' | 'solved' | 'hints'> & { readonly key: string }) | undefined {
  const grade = gradeOf(app)
  const { exercise, workspace, asOpened } = app
  if (!grade || !exercise || (workspace === asOpened && exercise.hints === 0)) return undefined
  const { key, solved, hints } = exercise
  const { met, total } = grade
  const same =
    last?.key === key && last.met === met && last.solved === solved && last.hints === hints
  return same ? last : (last = { key, met, total, solved, hints })
}
