import { grade, lockedPolicies, readRules, type Grade } from '#lessons'
import type { Scenario, Workspace } from '#workspace'
import { findings, sourceOf } from './derived.ts'
import { memoized } from './memo.ts'
import type { AppState, OpenWorkspace } from './state.ts'

/** A lesson or challenge on the screen. The workspace holds the learner's policies, and the lesson's tests among the requests. */
export interface Exercise {
  /** As it was given: the workspace with its `lesson`. */
  readonly lesson: Workspace
  /** What its progress is kept under. */
  readonly key: string
  /** How many hints have been shown. */
  readonly hints: number
  readonly solutionShown: boolean
  /** Working time, while the page could be seen and the lesson was not solved. */
  readonly seconds: number
  /** It was solved once; what is edited later does not take that back. */
  readonly solved: boolean
  /** Which rows were met when somebody last asked, for "Newly passing: 2". */
  readonly asked: readonly boolean[]
  /** What was on the screen before, to go back to. */
  readonly before: OpenWorkspace
}

/** The key of an author's look at their own challenge: no answer to it is kept. */
export const previewKey = 'preview'

/** An answer that was kept: what is the learner's of an exercise. */
export interface Answer extends Pick<Exercise, 'hints' | 'solutionShown' | 'seconds' | 'solved'> {
  readonly policies: Workspace['policies']
  /** Requests of the learner's own. */
  readonly scenarios: readonly Scenario[]
}

/** What a grade depends on. */
type Graded = Pick<AppState, 'exercise' | 'workspace' | 'facts'>

let last: (Graded & { readonly value: Grade }) | undefined

/** How the policies on the screen do in the lesson; undefined outside of one. */
export function gradeOf({ exercise, workspace, facts }: Graded): Grade | undefined {
  if (!exercise) return undefined
  if (
    last?.exercise?.lesson === exercise.lesson &&
    last.workspace.policies === workspace.policies &&
    last.facts === facts
  )
    return last.value
  // What a learner does not want to hear of counts all the same.
  const { policies } = workspace
  const checked = { policies, scenarios: [] }
  const value = grade(exercise.lesson, policies, {
    sourceOf,
    findings: (policy) =>
      facts.runChecks && findings({ workspace: checked, facts }, policy).map(({ id }) => id),
  })
  last = { exercise, workspace, facts, value }
  return value
}

const locksOf = memoized((lesson: Workspace) => lockedPolicies(readRules(lesson)))

/** Whether the author of the lesson on the screen has locked this policy: it can be read, and changing it is refused. */
export function isLocked({ exercise }: Pick<AppState, 'exercise'>, policy: string): boolean {
  return (
    exercise !== undefined &&
    locksOf(exercise.lesson).has(policy) &&
    exercise.lesson.policies.some(({ name }) => name === policy)
  )
}

/**
 * The policies of an answer, with those that the lesson locks as the lesson has them now: they were never the learner's, and the
 * lesson may have changed since the answer was kept. One that the answer lacks stands where the lesson has it.
 */
export function withLockedOf(
  lesson: Workspace,
  answer: Workspace['policies'],
): Workspace['policies'] {
  const locked = new Map(
    lesson.policies.flatMap((policy, place) =>
      locksOf(lesson).has(policy.name) ? [[policy.name, { policy, place }] as const] : [],
    ),
  )
  const policies = answer.map((policy) => locked.get(policy.name)?.policy ?? policy)
  for (const { policy, place } of locked.values())
    if (!policies.includes(policy)) policies.splice(place, 0, policy)
  return policies
}

/** The lesson's tests and rules in their order: which are met. */
export const metRows = ({ tests, rules }: Grade): readonly boolean[] => [
  ...tests.map(({ state }) => state === 'passed'),
  ...rules.map(({ broken }) => !broken),
]

/** The sum for screen readers: "4 of 6 pass. Newly passing: 2. Newly failing: none." */
export function gradeInWords(now: Grade, before: readonly boolean[]): string {
  const rows = metRows(now)
  const count = (wanted: boolean) =>
    rows.filter((met, index) => met === wanted && before[index] !== wanted).length || 'none'
  return `${now.met} of ${now.total} pass. Newly passing: ${count(true)}. Newly failing: ${count(false)}.`
}

/** The requests of the workspace that are not the lesson's tests: the learner's own, and tests that were changed. */
export function ownScenarios({ lesson }: Exercise, { scenarios }: Workspace): readonly Scenario[] {
  return scenarios.filter((scenario) => !lesson.scenarios.includes(scenario))
}

/**
 * What the progress of a lesson is kept under. Only lessons of the course go by their bare id: a challenge that calls itself the
 * same has a place of its own.
 */
export function exerciseKey(lesson: Workspace, from: 'course' | 'elsewhere'): string {
  const id = lesson.lesson?.id
  if (from === 'course' && id !== undefined) return id
  return `challenge:${id ?? digest(JSON.stringify(lesson))}`
}

/** Two numbers of 32 bits out of a text (FNV-1a with two seeds): enough to tell the challenges in one browser apart. */
function digest(text: string): string {
  let one = 0x811c9dc5
  let two = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x85ebca6b) + index
  }
  return [one, two].map((part) => (part >>> 0).toString(36)).join('-')
}
