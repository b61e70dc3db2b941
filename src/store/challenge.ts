import { parseRule, writeRule } from '#lessons'
import { atItsStart, type Lesson, type Workspace, type WorkspacePolicy } from '#workspace'
import { memoized } from './memo.ts'
import type { AppState } from './state.ts'

// A challenge while it is written: it has a start and a solution, and one of the two is in the policies, where everything works
// on it. Everything here goes from one workspace to the next.

/** Which policies of a challenge its author has in hand. */
export type Side = 'start' | 'solution'

/** A challenge is being written: the workspace has a lesson, and it is not being solved. */
export const isWriting = ({
  workspace,
  exercise,
}: Pick<AppState, 'workspace' | 'exercise'>): boolean =>
  workspace.lesson !== undefined && exercise === undefined

export const sideOf = ({ lesson }: Workspace): Side => (lesson?.start ? 'solution' : 'start')

/** The challenge with its start in its policies, whichever side is in hand. */
export const challengeOf: (workspace: Workspace) => Workspace = memoized(atItsStart)

/** The challenge as learners get it. */
export function challengeToShare(workspace: Workspace, withSolution: boolean): Workspace {
  const challenge = challengeOf(workspace)
  return withSolution ? challenge : withLesson(challenge, { solution: undefined })
}

/** Changes to a lesson; undefined, and what is empty, takes a part away. */
export type LessonChange = {
  readonly [Key in Exclude<keyof Lesson, 'kind'>]?: Lesson[Key] | undefined
}

/** The workspace with its lesson changed; nothing happens to one without. */
export function withLesson(workspace: Workspace, change: LessonChange): Workspace {
  if (!workspace.lesson) return workspace
  const lesson = Object.fromEntries(
    Object.entries({ ...workspace.lesson, ...change }).filter(
      // A start without policies is still a start.
      ([key, value]) => key === 'start' || !isEmpty(value),
    ),
  ) as unknown as Lesson
  return { ...workspace, lesson }
}

/**
 * The workspace with one step on its lesson taken back: only what that step changed, so that what was written since stays. A step
 * that left no lesson gives back all of it.
 */
export function withLessonStepBack(
  workspace: Workspace,
  was: Lesson,
  after: Lesson | undefined,
): Workspace {
  if (!after) return { ...workspace, lesson: { ...was, ...workspace.lesson } }
  const keys = Object.keys({ ...after, ...was }) as (keyof Lesson)[]
  const changed = keys.filter((key) => was[key] !== after[key])
  return withLesson(workspace, Object.fromEntries(changed.map((key) => [key, was[key]])))
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The challenge with its other side in hand. A solution that is not there yet begins as a copy of the start. */
export function onSide(workspace: Workspace, side: Side): Workspace {
  const { lesson, policies } = workspace
  if (!lesson || sideOf(workspace) === side) return workspace
  if (side === 'start') return atItsStart(workspace)
  const { solution = policies, ...rest } = lesson
  return { ...workspace, policies: solution, lesson: { ...rest, start: policies } }
}

/** The challenge with what is in hand on its other side, too. */
export function copiedAcross(workspace: Workspace): Workspace {
  if (!workspace.lesson) return workspace
  // A list of its own: one that is the very start counts as no solution.
  const copy = [...workspace.policies]
  const other = sideOf(workspace) === 'start' ? { solution: copy } : { start: copy }
  return { ...workspace, lesson: { ...workspace.lesson, ...other } }
}

/** The challenge after a policy was given another name: its rules and its other side follow. */
export function withPolicyRenamed(workspace: Workspace, from: string, to: string): Workspace {
  const { lesson } = workspace
  if (!lesson) return workspace
  const other = (policies: readonly WorkspacePolicy[]) =>
    policies.some(({ name }) => name === to)
      ? policies
      : policies.map((policy) => (policy.name === from ? { ...policy, name: to } : policy))
  const mustNot = (lesson.mustNot ?? []).map((text) => {
    const rule = parseRule(text)
    return rule && 'policy' in rule && rule.policy === from
      ? writeRule({ ...rule, policy: to })
      : text
  })
  return withLesson(workspace, {
    mustNot,
    ...(lesson.solution ? { solution: other(lesson.solution) } : {}),
    ...(lesson.start ? { start: other(lesson.start) } : {}),
  })
}
