import { useState } from 'react'
import { TextField } from '#controls'
import { useApp } from '#store/react'
import type { Lesson } from '#workspace'
import styles from './challenge.module.css'

/** How long it takes, and what comes after. */
export function NumbersAndNext({ lesson }: { readonly lesson: Lesson }) {
  const editLesson = useApp((app) => app.editLesson)
  const [typed, setTyped] = useState(String(lesson.minutes ?? ''))
  const minutes = minutesIn(typed)
  // What was typed stays on the screen, also while it is no number; what another step has made of the lesson takes its place.
  const shown =
    minutes === lesson.minutes || minutes === 'none' ? typed : String(lesson.minutes ?? '')
  return (
    <div className={styles['pair']}>
      <TextField
        label="Minutes"
        value={shown}
        problem={minutes === 'none' ? 'A whole number from 1 to 999.' : undefined}
        onChange={(text) => {
          setTyped(text)
          const next = minutesIn(text)
          editLesson({ minutes: next === 'none' ? undefined : next })
        }}
      />
      <TextField
        label="Next: the id of a lesson, or a challenge link"
        value={lesson.next ?? ''}
        placeholder="100-tags-in-the-request"
        code
        onChange={(next) => editLesson({ next: next.trim() })}
      />
    </div>
  )
}

function minutesIn(text: string): number | undefined | 'none' {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^[1-9]\d{0,2}$/u.test(trimmed) ? Number(trimmed) : 'none'
}
