import { useMemo } from 'react'
import { grade, type Grade, type GradeOptions } from '#lessons'
import { sourceOf, type Facts } from '#store'
import { useApp } from '#store/react'
import type { Workspace } from '#workspace'

/** How the two sides of a challenge do in its tests. */
export interface Grades {
  readonly start: Grade
  readonly solution: Grade | undefined
}

/** What the checks find in a policy, whatever its author does not want to hear of. */
export const findingsWith =
  ({ runChecks, reference }: Facts): NonNullable<GradeOptions['findings']> =>
  (policy) =>
    runChecks?.(sourceOf(policy), policy.type, { reference }).map(({ id }) => id)

/** The grades of the start and of the solution. */
export function useGrades(challenge: Workspace): Grades {
  const facts = useApp((app) => app.facts)
  const { policies, scenarios, lesson } = challenge
  const solution = lesson?.solution
  const mustNot = lesson?.mustNot
  return useMemo(() => {
    const graded: Workspace = {
      policies,
      scenarios,
      lesson: { kind: 'challenge', ...(mustNot ? { mustNot } : {}) },
    }
    const options = { sourceOf, findings: findingsWith(facts) }
    return {
      start: grade(graded, policies, options),
      solution: solution && grade(graded, solution, options),
    }
  }, [policies, scenarios, solution, mustNot, facts])
}
