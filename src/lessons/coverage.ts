import { readPolicy } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { cheats, mutations, type Cheat } from './attacks.ts'
import { grade, type Grade, type GradeOptions } from './grade.ts'

/** Something about a challenge that its author should know before sharing it. */
export type AuthorWarning =
  | { readonly kind: 'noTests' }
  | { readonly kind: 'startPasses' }
  | {
      readonly kind: 'solutionFails'
      readonly tests: readonly string[]
      readonly rules: readonly string[]
    }
  | { readonly kind: 'noSolution' }
  /** A test that passes with the start, the solution and every cheat: it tells nothing apart. */
  | { readonly kind: 'neverFails'; readonly test: string }
  /** Two tests of one name cannot be told apart by what a learner reads. */
  | { readonly kind: 'sameName'; readonly test: string }
  /** Fewer than half of the tests want a denial. */
  | { readonly kind: 'fewDenials'; readonly denials: number; readonly total: number }
  /** A trivial answer that passes. */
  | {
      readonly kind: 'cheatPasses'
      readonly cheat: Cheat['cheat']
      readonly answer: readonly WorkspacePolicy[]
    }
  /** A part of the solution that no test misses. */
  | {
      readonly kind: 'notNeeded'
      readonly policy: string
      readonly part: string
      readonly answer: readonly WorkspacePolicy[]
    }
  /** An element of the solution that may as well be `*`. */
  | {
      readonly kind: 'tooWide'
      readonly policy: string
      readonly part: string
      readonly answer: readonly WorkspacePolicy[]
    }
  /** There are more parts than are tried. */
  | { readonly kind: 'cutShort'; readonly tried: number }

/** More parts than any challenge for people has. */
const mostMutations = 400

/**
 * Attacks a challenge before its learners do: does the start already pass, does the solution, does a trivial answer, and which
 * parts of the solution would no test miss? Every step is one answer graded, and yields what it found; a caller with something
 * better to do stops asking.
 */
export function* attack(
  lesson: Workspace,
  options: Pick<GradeOptions, 'findings'> = {},
): Generator<AuthorWarning | undefined, void> {
  const known = new WeakMap<WorkspacePolicy, ReturnType<typeof readPolicy>>()
  const sourceOf = (policy: WorkspacePolicy) => {
    const found = known.get(policy) ?? readPolicy(policy.text)
    known.set(policy, found)
    return found
  }
  const graded = (answer: readonly WorkspacePolicy[]) =>
    grade(lesson, answer, { ...options, sourceOf })

  const start = graded(lesson.policies)
  if (start.tests.length === 0) {
    yield { kind: 'noTests' }
    return
  }
  if (start.solved) yield { kind: 'startPasses' }
  yield* aboutTests(start)

  const solution = lesson.lesson?.solution
  const solved = solution && graded(solution)
  if (!solved) yield { kind: 'noSolution' }
  else if (!solved.solved) yield solutionFails(solved)

  const attempts = [start, ...(solved ? [solved] : [])]
  for (const { cheat, answer } of cheats(lesson)) {
    const result = graded(answer)
    attempts.push(result)
    yield result.solved ? { kind: 'cheatPasses', cheat, answer } : undefined
  }
  for (const [index, { scenario }] of start.tests.entries())
    if (attempts.every(({ tests }) => tests[index]?.state === 'passed'))
      yield { kind: 'neverFails', test: scenario.name }

  if (!solved?.solved) return
  let tried = 0
  for (const { change, policy, part, answer } of mutations(lesson)) {
    if (tried++ === mostMutations) {
      yield { kind: 'cutShort', tried: mostMutations }
      return
    }
    const kind = change === 'removed' ? 'notNeeded' : 'tooWide'
    yield graded(answer).solved ? { kind, policy, part, answer } : undefined
  }
}

/** All of it at once. */
export function authorWarnings(lesson: Workspace): readonly AuthorWarning[] {
  return [...attack(lesson)].flatMap((warning) => warning ?? [])
}

function* aboutTests({ tests }: Grade): Generator<AuthorWarning> {
  const names = new Set<string>()
  const told = new Set<string>()
  for (const { scenario } of tests) {
    if (names.has(scenario.name) && !told.has(scenario.name)) {
      told.add(scenario.name)
      yield { kind: 'sameName', test: scenario.name }
    }
    names.add(scenario.name)
  }
  const denials = tests.filter(({ scenario }) => scenario.expect?.decision !== 'allow').length
  if (denials * 2 < tests.length) yield { kind: 'fewDenials', denials, total: tests.length }
}

const solutionFails = ({ tests, rules }: Grade): AuthorWarning => ({
  kind: 'solutionFails',
  tests: tests.filter(({ state }) => state !== 'passed').map(({ scenario }) => scenario.name),
  rules: rules.filter(({ broken }) => broken).map(({ words }) => words),
})
