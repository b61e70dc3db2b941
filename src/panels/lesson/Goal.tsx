import { useEffect, useId, useRef, useState } from 'react'
import { Button, Icon } from '#controls'
import { gradeOf } from '#store'
import { useApp } from '#store/react'
import { Markdown } from '../markdown/Markdown.tsx'
import { gradeWords } from './grade-words.ts'
import styles from './lesson.module.css'

/** What the lesson on the screen asks for, above the policies. The focus comes here when a lesson begins. */
export function Goal() {
  const exercise = useApp((app) => app.exercise)
  const opening = useApp((app) => app.opening)
  const grade = useApp(gradeOf)
  const showDetails = useApp((app) => app.showDetails)
  const [open, setOpen] = useState(true)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const isOpen = exercise !== undefined
  useEffect(() => {
    if (isOpen) heading.current?.focus()
  }, [isOpen, opening])
  if (!exercise || !grade) return null

  return (
    <section className={styles['goal']} aria-labelledby={`${id}-heading`}>
      <header className={styles['goal-header']}>
        <h3 id={`${id}-heading`} ref={heading} tabIndex={-1} className={styles['goal-heading']}>
          <Icon name="target" size={14} /> Goal
        </h3>
        <div id={id} hidden={!open} className={styles['goal-text']}>
          <Markdown text={(exercise.lesson.lesson?.goal ?? 'All tests pass.').slice(0, 1000)} />
        </div>
        <Button
          look="quiet"
          label={`${gradeWords(grade)}: show the lesson`}
          onPress={() => showDetails('lesson')}
        >
          <span className={grade.solved ? styles['solved'] : undefined}>{gradeWords(grade)}</span>
        </Button>
        <Button
          look="quiet"
          icon={open ? 'up' : 'down'}
          expands={{ id, open }}
          onPress={() => setOpen(!open)}
        >
          {open ? 'Hide goal' : 'Show goal'}
        </Button>
      </header>
    </section>
  )
}
