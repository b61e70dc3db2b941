import {
  lockedPolicies,
  lockedStatements,
  parseRule,
  readRules,
  statementMeanings,
  writeRule,
  type LockedStatement,
} from '#lessons'
import type { Span } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { challengeOf, sideOf, withLesson } from './challenge.ts'
import { sourceOf } from './derived.ts'
import { memoized } from './memo.ts'
import type { AppState } from './state.ts'

const locksOf = memoized((challenge: Workspace) => {
  const rules = readRules(challenge)
  return {
    policies: lockedPolicies(rules),
    statements: lockedStatements(rules, challenge.policies),
  }
})

/** A part of a policy's text that is locked. */
export interface LockedPart {
  readonly span: Span
  /** The policy, or the statement. */
  readonly name: string
}

/** What is locked of a policy on the screen: by its author, or by the author of the challenge that is being written. */
export function lockedParts(
  { workspace, exercise }: Pick<AppState, 'workspace' | 'exercise'>,
  policy: WorkspacePolicy,
): readonly LockedPart[] {
  const challenge = exercise?.lesson ?? (workspace.lesson ? challengeOf(workspace) : undefined)
  if (!challenge) return []
  const { policies, statements } = locksOf(challenge)
  if (policies.has(policy.name))
    return [{ span: { start: 0, end: policy.text.length }, name: policy.name }]
  const own = statements.filter((locked) => locked.policy === policy.name)
  return own.length === 0 ? [] : partsOf(policy, own)
}

function partsOf(
  policy: WorkspacePolicy,
  locked: readonly LockedStatement[],
): readonly LockedPart[] {
  return statementMeanings(policy.text, sourceOf(policy)).flatMap(({ span, meaning }) => {
    const found = locked.find((one) => one.meaning === meaning)
    return found ? [{ span, name: found.name }] : []
  })
}

/**
 * The locked statement that a new text of a policy would change or take away; undefined where it may have that text. Text beside a
 * locked statement is the learner's, also while it is no JSON.
 */
export function statementRefusing(
  state: Pick<AppState, 'workspace' | 'exercise'>,
  policy: WorkspacePolicy,
  text: string,
): string | undefined {
  const { exercise } = state
  if (!exercise) return undefined
  const parts = lockedParts(state, policy)
  if (parts.length === 0) return undefined
  const changed = changedSpan(policy.text, text)
  const touched = parts.filter(({ span }) => changed.start < span.end && changed.end > span.start)
  if (touched.length === 0) return undefined
  const left = partsOf({ ...policy, text }, locksOf(exercise.lesson).statements)
  return touched.find(({ name }) => !left.some((part) => part.name === name))?.name
}

/** The part of a text that another one differs in. */
function changedSpan(before: string, after: string): Span {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same }
}

/** The challenge with the whole policy locked, or free. */
export function withPolicyLock(workspace: Workspace, policy: string, locked: boolean): Workspace {
  const rules = workspace.lesson?.mustNot ?? []
  const others = rules.filter((text) => text !== `change ${policy}` && lockOn(text) !== policy)
  return withLesson(workspace, { mustNot: locked ? [...others, `change ${policy}`] : others })
}

const lockOn = (text: string): string | undefined => {
  const rule = parseRule(text)
  return rule?.kind === 'changeStatement' ? rule.policy : undefined
}

/** What became of a wish to lock a selection. */
export type LockOutcome =
  | {
      readonly kind: 'statements'
      readonly workspace: Workspace
      readonly names: readonly string[]
    }
  | { readonly kind: 'policy'; readonly workspace: Workspace }
  | { readonly kind: 'alreadyLocked' }
  /** Only what learners begin with can be locked. */
  | { readonly kind: 'notInTheStart' }

/** The challenge with the statements locked that a selection touches; one that touches none of them locks the whole policy. */
export function withSelectionLocked(
  workspace: Workspace,
  policy: WorkspacePolicy,
  selection: Span,
): LockOutcome {
  const challenge = challengeOf(workspace)
  const start = challenge.policies.find(({ name }) => name === policy.name)
  if (!start) return { kind: 'notInTheStart' }
  if (locksOf(challenge).policies.has(policy.name)) return { kind: 'alreadyLocked' }
  const statements = statementMeanings(policy.text, sourceOf(policy))
  const touching = ({ start: from, end: to }: Span) =>
    statements.filter(({ span }) => from <= span.end && to >= span.start)
  // Beside a statement, its line is meant.
  const exact = touching(selection)
  const chosen = exact.length > 0 ? exact : touching(wholeLines(policy.text, selection))
  if (chosen.length === 0)
    return { kind: 'policy', workspace: withPolicyLock(workspace, policy.name, true) }
  const known = statementMeanings(start.text, sourceOf(start)).map(({ meaning }) => meaning)
  const places = chosen.map(({ meaning }) => known.indexOf(meaning)).filter((place) => place >= 0)
  if (places.length === 0) return { kind: 'notInTheStart' }
  const rules = places.map((statement) =>
    writeRule({ kind: 'changeStatement', policy: policy.name, statement }),
  )
  const present = workspace.lesson?.mustNot ?? []
  const added = rules.filter((rule) => !present.includes(rule))
  if (added.length === 0) return { kind: 'alreadyLocked' }
  const next = withLesson(workspace, { mustNot: [...present, ...added] })
  const names = locksOf(challengeOf(next))
    .statements.filter(({ policy: of, index }) => of === policy.name && places.includes(index))
    .map(({ name }) => name)
  return { kind: 'statements', workspace: next, names }
}

/** The lines that a selection touches; of none, nothing. */
function wholeLines(text: string, selection: Span): Span {
  if (selection.start < 0) return selection
  const end = text.indexOf('\n', selection.end)
  return {
    start: selection.start === 0 ? 0 : text.lastIndexOf('\n', selection.start - 1) + 1,
    end: end < 0 ? text.length : end,
  }
}

/** The challenge after an edit of its start: a lock on a statement goes where the statement went. */
export function withLocksMoved(
  workspace: Workspace,
  before: WorkspacePolicy,
  after: WorkspacePolicy,
): Workspace {
  const rules = workspace.lesson?.mustNot ?? []
  if (sideOf(workspace) !== 'start' || !rules.some((text) => lockOn(text) === before.name))
    return workspace
  const was = statementMeanings(before.text, sourceOf(before)).map(({ meaning }) => meaning)
  const is = statementMeanings(after.text, sourceOf(after)).map(({ meaning }) => meaning)
  const mustNot = rules.map((text) => {
    const rule = parseRule(text)
    if (rule?.kind !== 'changeStatement' || rule.policy !== before.name) return text
    const meaning = was[rule.statement]
    if (meaning === undefined || is[rule.statement] === meaning) return text
    // A statement that is being edited stays where it is.
    const place = is.indexOf(meaning)
    return place < 0 ? text : writeRule({ ...rule, statement: place })
  })
  return mustNot.every((text, index) => text === rules[index])
    ? workspace
    : withLesson(workspace, { mustNot })
}
