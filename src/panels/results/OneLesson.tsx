import { useEffect, useMemo, useState } from 'react'
import { Select } from '#controls'
import { answerGroups, answersInWords, missedTests, type ResultTable } from '#lessons'
import { wrongAnswersOf } from '#lessons/pages'
import type { Workspace } from '#workspace'
import { AnswerGroupView } from './AnswerGroupView.tsx'
import styles from './results.module.css'

/** The answers to one lesson: side by side, and what most of the unfinished ones miss. */
export function OneLesson({ table }: { readonly table: ResultTable }) {
  const known = table.columns.flatMap(({ key, lesson }) => (lesson ? [{ key, lesson }] : []))
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const one = known.find(({ key }) => key === chosen) ?? known[0]
  if (!one) return null
  return (
    <section aria-labelledby="one-lesson" className={styles['part']}>
      <h3 id="one-lesson">Answers side by side</h3>
      <Select
        label="Lesson"
        value={one.key}
        options={known.map(({ key, lesson }) => ({
          value: key,
          text: `${/^\d+/u.exec(key)?.[0] ?? ''} ${lesson.title ?? key}`.trim(),
        }))}
        onChange={setChosen}
      />
      <Groups key={one.key} table={table} lessonKey={one.key} lesson={one.lesson} />
      <Missed table={table} lessonKey={one.key} />
    </section>
  )
}

interface LessonProps {
  readonly table: ResultTable
  readonly lessonKey: string
}

function Groups({ table, lessonKey, lesson }: LessonProps & { readonly lesson: Workspace }) {
  const [wrong, setWrong] = useState<readonly Workspace[]>([])
  useEffect(() => {
    let gone = false
    wrongAnswersOf(lessonKey).then(
      (found) => {
        if (!gone) setWrong(found)
      },
      // Then groups go without the names of ideas.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [lessonKey])
  const groups = useMemo(
    () => answerGroups(table, lessonKey, lesson, wrong),
    [table, lessonKey, lesson, wrong],
  )
  return (
    <>
      <p>{answersInWords(groups)}</p>
      <ol className={styles['groups']} aria-label="Groups of answers">
        {groups.map((group, index) => (
          <AnswerGroupView key={index} group={group} lesson={lesson} />
        ))}
      </ol>
    </>
  )
}

/** Which test was last: where the lesson is hard, or its text. */
function Missed({ table, lessonKey }: LessonProps) {
  const missed = useMemo(() => missedTests(table, lessonKey), [table, lessonKey])
  return (
    <>
      <h4>Which test was last?</h4>
      {missed.length === 0 ? (
        <p className={styles['soft']}>No answer misses a test.</p>
      ) : (
        <ol className={styles['missed']} aria-label="Tests by how many answers miss them">
          {missed.slice(0, 30).map(({ name, missing }) => (
            <li key={name}>
              <strong>{missing}</strong> × {name}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
