import { useEffect, useMemo, useState } from 'react'
import { gradeEntry, type Collected, type Entry, type GradedEntry, type Grading } from '#lessons'
import { course } from '#lessons/pages'
import { findings } from '#store'
import { useApp, useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { openAnswer } from './open-answer.ts'

/** Milliseconds of grading between two moments in which the page can draw and listen. */
const slice = 24

/** Lines graded again, as far as the work has come. */
export interface Graded {
  readonly lessons: readonly Workspace[]
  readonly entries: readonly GradedEntry[]
  readonly isDone: boolean
}

/** Grades what was collected, in slices, so that hundreds of answers don't stop the page. */
export function useGraded({ entries, challenges }: Collected): Graded {
  const store = useAppStore()
  const hasChecks = useApp(({ facts }) => facts.runChecks !== undefined)
  const state = useApp(({ facts }) => facts.state)
  const lessons = useMemo(() => [...course, ...challenges], [challenges])
  const grading = useMemo((): Grading & { readonly world: string } => {
    return {
      // Checks and facts that arrive change what is found.
      world: `${hasChecks} ${state}`,
      lessons,
      openLink: openAnswer,
      findings: (policy) => {
        const { facts } = store.getState()
        const workspace = { policies: [policy], scenarios: [] }
        return facts.runChecks && findings({ workspace, facts }, policy).map(({ id }) => id)
      },
    }
  }, [store, lessons, hasChecks, state])
  const known = useMemo(() => ({ grading, grades: new WeakMap<Entry, GradedEntry>() }), [grading])
  const [graded, setGraded] = useState<readonly GradedEntry[]>([])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const done: GradedEntry[] = []
    const step = () => {
      const until = performance.now() + slice
      do {
        const entry = entries[done.length]
        if (!entry) break
        const value = known.grades.get(entry) ?? gradeEntry(entry, known.grading)
        known.grades.set(entry, value)
        done.push(value)
      } while (performance.now() < until)
      if (done.length < entries.length) timer = setTimeout(step)
      else setGraded(done)
    }
    timer = setTimeout(step)
    return () => clearTimeout(timer)
  }, [entries, known])

  return { lessons, entries: graded, isDone: graded.length === entries.length }
}
