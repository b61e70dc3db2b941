import { readPolicy } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { grade } from './grade.ts'
import { lockedPolicies, parseRule } from './rules.ts'

/** Something about a challenge that its author should know before sharing it. */
export type AuthorWarning =
  | { readonly kind: 'startPasses' }
  | {
      readonly kind: 'solutionFails'
      readonly tests: readonly string[]
      readonly rules: readonly string[]
    }
  | { readonly kind: 'noSolution' }
  /** A test that passes with the start, the solution and every cheat: it tells nothing apart. */
  | { readonly kind: 'neverFails'; readonly test: string }
  /** A trivial answer that passes. */
  | { readonly kind: 'cheatPasses'; readonly cheat: 'allowEverything' | 'denyEverything' }
  /** A part of the solution that no test misses. */
  | { readonly kind: 'notNeeded'; readonly policy: string; readonly part: string }

const everything = (effect: 'Allow' | 'Deny', { type }: WorkspacePolicy) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: effect,
        ...((type === 'resource' || type === 'rcp' || type === 'endpoint') && { Principal: '*' }),
        Action: '*',
        Resource: '*',
      },
    ],
  })

/**
 * Attacks a challenge before its learners do: does the start already pass, does the solution, does a trivial answer, and which
 * parts of the solution would no test miss? The number of evaluations grows with the statements of the solution times the tests.
 */
export function authorWarnings(lesson: Workspace): readonly AuthorWarning[] {
  const rules = (lesson.lesson?.mustNot ?? []).flatMap((text) => parseRule(text) ?? [])
  const locked = lockedPolicies(rules)
  const solution = lesson.lesson?.solution
  const warnings: AuthorWarning[] = []
  const start = grade(lesson, lesson.policies)
  if (start.solved) warnings.push({ kind: 'startPasses' })
  if (!solution) warnings.push({ kind: 'noSolution' })
  const solved = solution && grade(lesson, solution)
  if (solved && !solved.solved)
    warnings.push({
      kind: 'solutionFails',
      tests: solved.tests
        .filter(({ state }) => state !== 'passed')
        .map(({ scenario }) => scenario.name),
      rules: solved.rules.filter(({ broken }) => broken).map(({ words }) => words),
    })
  const cheats = (['Allow', 'Deny'] as const).map((effect) => {
    const answer = (solution ?? lesson.policies).map((policy) =>
      locked.has(policy.name) ? policy : { ...policy, text: everything(effect, policy) },
    )
    return {
      cheat: effect === 'Allow' ? 'allowEverything' : 'denyEverything',
      result: grade(lesson, answer),
    } as const
  })
  for (const { cheat, result } of cheats)
    if (result.solved) warnings.push({ kind: 'cheatPasses', cheat })
  const attempts = [start, ...(solved ? [solved] : []), ...cheats.map(({ result }) => result)]
  start.tests.forEach(({ scenario }, index) => {
    if (attempts.every(({ tests }) => tests[index]?.state === 'passed'))
      warnings.push({ kind: 'neverFails', test: scenario.name })
  })
  if (solution && solved?.solved)
    for (const { policy, part, without } of removals(solution, locked))
      if (grade(lesson, without).solved) warnings.push({ kind: 'notNeeded', policy, part })
  return warnings
}

interface Removal {
  readonly policy: string
  readonly part: string
  readonly without: readonly WorkspacePolicy[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every solution with one part less: a statement, an entry of a list, a condition. Locked policies are not the learner's. */
function removals(
  solution: readonly WorkspacePolicy[],
  locked: ReadonlySet<string>,
): readonly Removal[] {
  return solution.flatMap((policy, place) => {
    const document: unknown = readPolicy(policy.text).document && JSON.parse(policy.text)
    if (locked.has(policy.name) || !isFields(document)) return []
    const statements = [document['Statement']].flat()
    const withStatements = (changed: readonly unknown[]) =>
      solution.with(place, { ...policy, text: JSON.stringify({ ...document, Statement: changed }) })
    return statements.flatMap((statement, index): Removal[] => {
      if (!isFields(statement)) return []
      const sid = statement['Sid']
      const name = typeof sid === 'string' && sid ? sid : `statement ${index + 1}`
      const changed = (next: Fields) => withStatements(statements.with(index, next))
      return [
        {
          policy: policy.name,
          part: name,
          without: withStatements(statements.toSpliced(index, 1)),
        },
        ...['Action', 'NotAction', 'Resource', 'NotResource'].flatMap((element) => {
          const entries = statement[element]
          if (!Array.isArray(entries) || entries.length < 2) return []
          return entries.map((entry: unknown, at) => ({
            policy: policy.name,
            part: `${String(entry)} in ${element} of ${name}`,
            without: changed({ ...statement, [element]: entries.toSpliced(at, 1) }),
          }))
        }),
        ...conditionRemovals(statement).map(({ part, next }) => ({
          policy: policy.name,
          part: `${part} of ${name}`,
          without: changed(next),
        })),
      ]
    })
  })
}

function conditionRemovals(
  statement: Fields,
): readonly { readonly part: string; readonly next: Fields }[] {
  const conditions = statement['Condition']
  if (!isFields(conditions)) return []
  return Object.entries(conditions).flatMap(([operator, keys]) => {
    if (!isFields(keys)) return []
    return Object.keys(keys).map((key) => {
      const rest = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== key))
      const block = Object.fromEntries(
        Object.entries({ ...conditions, [operator]: rest }).filter(
          ([, value]) => isFields(value) && Object.keys(value).length > 0,
        ),
      )
      return { part: `the condition ${operator} ${key}`, next: { ...statement, Condition: block } }
    })
  })
}
