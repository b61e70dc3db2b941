import { useMemo, useState } from 'react'
import { Button } from '#controls'
import { grade } from '#lessons'
import { loadProgress, saveProgress } from '#storage'
import { exerciseKey } from '#store'
import { useApp } from '#store/react'
import { writeWorkspace, type Workspace } from '#workspace'
import { countWords } from '../lesson/grade-words.ts'
import styles from './challenge.module.css'

/** A file of challenges is a course: all of them come to the course page, with what was begun of them left as it is. */
export function AddCourse({ lessons }: { readonly lessons: readonly Workspace[] }) {
  const openLayer = useApp((app) => app.openLayer)
  const [outcome, setOutcome] = useState<'asked' | 'busy' | 'refused'>('asked')
  const size = useMemo(
    () => new Blob([JSON.stringify(lessons.map((lesson) => writeWorkspace(lesson)))]).size,
    [lessons],
  )
  const add = async () => {
    setOutcome('busy')
    try {
      for (const lesson of lessons) await addLesson(lesson)
      openLayer({ kind: 'course' })
    } catch {
      setOutcome('refused')
    }
  }
  return (
    <section aria-label="Course" className={styles['course']}>
      <p>
        Add this course? {countWords(lessons.length, 'challenge')},{' '}
        {Math.max(1, Math.round(size / 1024)).toLocaleString('en')} KB.
      </p>
      <Button icon="learn" isDisabled={outcome === 'busy'} onPress={() => void add()}>
        Add to my course
      </Button>
      {outcome === 'refused' ? (
        <p role="alert">This browser refuses storage. Open the challenges one by one instead.</p>
      ) : null}
    </section>
  )
}

async function addLesson(lesson: Workspace): Promise<void> {
  const key = exerciseKey(lesson, 'elsewhere')
  if (await loadProgress(key)) return
  const { met, total } = grade(lesson, lesson.policies)
  await saveProgress({
    key,
    title: lesson.title ?? 'Untitled',
    lesson,
    policies: lesson.policies,
    scenarios: [],
    hints: 0,
    solutionShown: false,
    seconds: 0,
    met,
    total,
    solved: false,
  })
}
