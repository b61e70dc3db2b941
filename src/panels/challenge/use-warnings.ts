import { useEffect, useMemo, useState } from 'react'
import { attack, type AuthorWarning } from '#lessons'
import { useApp } from '#store/react'
import type { Workspace } from '#workspace'
import { findingsWith } from './use-grades.ts'

/** Milliseconds without an edit before the attack begins, and how long it may keep the page from its other work at a time. */
const patience = 500
const slice = 8

/** What the author should know of a challenge, found in small steps beside everything else. */
export interface Warnings {
  readonly warnings: readonly AuthorWarning[]
  /** False while they are those of an older version. */
  readonly isUpToDate: boolean
}

/** Attacks the challenge whenever it has not been edited for a moment; an edit stops an attack under way. */
export function useWarnings(challenge: Workspace): Warnings {
  const facts = useApp((app) => app.facts)
  const { policies, scenarios, lesson } = challenge
  const solution = lesson?.solution
  const mustNot = lesson?.mustNot
  // Only what an attack depends on: words may be written all the while.
  const target = useMemo(
    (): Workspace => ({
      policies,
      scenarios,
      lesson: {
        kind: 'challenge',
        ...(mustNot ? { mustNot } : {}),
        ...(solution ? { solution } : {}),
      },
    }),
    [policies, scenarios, solution, mustNot],
  )
  const [result, setResult] = useState<{
    readonly of: Workspace | undefined
    readonly warnings: readonly AuthorWarning[]
  }>({ of: undefined, warnings: [] })

  useEffect(() => {
    const found: AuthorWarning[] = []
    const steps = attack(target, { findings: findingsWith(facts) })
    const work = () => {
      const until = performance.now() + slice
      do {
        const step = steps.next()
        if (!step.done) {
          if (step.value) found.push(step.value)
        } else {
          setResult({ of: target, warnings: found })
          return
        }
      } while (performance.now() < until)
      timer = setTimeout(work)
    }
    let timer = setTimeout(work, patience)
    return () => clearTimeout(timer)
  }, [target, facts])

  return { warnings: result.warnings, isUpToDate: result.of === target }
}
