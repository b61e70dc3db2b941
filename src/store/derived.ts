import { evaluate, type AttachedPolicy, type Decision } from '#evaluator'
import {
  explainVerdict,
  highlights,
  keysRead,
  type KeyRead,
  type Situation,
  type Sources,
  type StatementMark,
  type VerdictExplanation,
} from '#language'
import { readPolicy, type Finding, type PolicySource } from '#policy'
import { accessRequest } from '#request'
import type { Scenario, Workspace, WorkspacePolicy } from '#workspace'
import type { Facts } from './facts.ts'
import type { AppState } from './state.ts'
import { memoized, memoizedPair } from './memo.ts'

// Everything here is a pure function of the workspace, remembered by the identity of its arguments: a policy that was
// not edited keeps its object, so only the edited text is read again.

type Policies = readonly WorkspacePolicy[]

/** A policy's text, read. */
export const sourceOf: (policy: WorkspacePolicy) => PolicySource = memoized((policy) =>
  readPolicy(policy.text),
)

type Lint = Pick<AppState, 'workspace' | 'facts'>

/** What a policy's findings depend on; while all of it is the same, so are they. */
interface LintInput {
  readonly facts: Facts
  readonly off: readonly string[] | undefined
  readonly siblings: Policies
}

const lastFindings = new WeakMap<
  WorkspacePolicy,
  LintInput & { readonly value: readonly Finding[] }
>()

/**
 * What is checked, so that a workspace that only a machine makes stays usable: so many policies, of so many statements and
 * characters. AWS takes none that comes near.
 */
export const checkLimits = { policies: 100, statements: 300, characters: 200_000 } as const

/** Whether a policy is checked, or only read. */
export function isChecked({ policies }: Workspace, policy: WorkspacePolicy): boolean {
  if (policy.text.length > checkLimits.characters) return false
  if ((sourceOf(policy).draft?.statements.length ?? 0) > checkLimits.statements) return false
  return policies.length <= checkLimits.policies || firstOf(policies).includes(policy)
}

const firstOf = (policies: Policies): Policies => policies.slice(0, checkLimits.policies)

/**
 * What is to know about a policy as one of its type, in the order of the text. Until the checks have arrived, what reading it found.
 */
export function findings({ workspace, facts }: Lint, policy: WorkspacePolicy): readonly Finding[] {
  if (policy.text.trim() === '') return []
  if (!isChecked(workspace, policy)) return sourceOf(policy).problems
  const siblings = siblingsOf(
    firstOf(workspace.policies).filter((other) => isChecked(workspace, other)),
    policy,
  )
  const off = workspace.checksOff
  const last = lastFindings.get(policy)
  const unchanged =
    last?.facts === facts &&
    last.off === off &&
    last.siblings.length === siblings.length &&
    last.siblings.every((sibling, index) => sibling === siblings[index])
  if (last && unchanged) return last.value
  const value = lint(policy, { facts, off, siblings })
  lastFindings.set(policy, { facts, off, siblings, value })
  return value
}

/** The other identity policies that take part: what one grants, another may complete. */
function siblingsOf(policies: Policies, policy: WorkspacePolicy): Policies {
  if (policy.type !== 'identity') return []
  return policies.filter(
    (other) =>
      other !== policy &&
      other.enabled &&
      other.type === 'identity' &&
      String(other.attachedTo) === String(policy.attachedTo),
  )
}

function lint(
  policy: WorkspacePolicy,
  { facts, off = [], siblings }: LintInput,
): readonly Finding[] {
  const source = sourceOf(policy)
  if (!facts.runChecks) return source.problems
  return facts.runChecks(source, policy.type, {
    reference: facts.reference,
    off,
    siblings: siblings.map((sibling) => ({
      name: sibling.name,
      type: sibling.type,
      source: sourceOf(sibling),
    })),
  })
}

/** The policies that take part, as read, by name. */
export const sourcesOf: (policies: Policies) => Sources = memoized(
  (policies) =>
    new Map(
      policies.filter(({ enabled }) => enabled).map((policy) => [policy.name, sourceOf(policy)]),
    ),
)

const attach: (policy: WorkspacePolicy) => AttachedPolicy = memoized((policy) => ({
  name: policy.name,
  type: policy.type,
  ...(policy.level === undefined ? {} : { level: policy.level }),
  ...(policy.attachedTo === undefined ? {} : { attachedTo: policy.attachedTo }),
  document: sourceOf(policy).document,
}))

const attached: (policies: Policies) => readonly AttachedPolicy[] = memoized((policies) =>
  policies.filter(({ enabled }) => enabled).map(attach),
)

const requestOf = memoized((scenario: Scenario) => accessRequest(scenario))

/** What the policies decide about a request, with the whole trace. */
export const decisionOf: (policies: Policies, scenario: Scenario) => Decision = memoizedPair(
  (policies, scenario) => evaluate(requestOf(scenario), attached(policies)),
)

/** The policies that take part and have a text, but none that can be read. */
export const unreadable: (policies: Policies) => Policies = memoized((policies) =>
  policies.filter(
    (policy) =>
      policy.enabled && policy.text.trim() !== '' && sourceOf(policy).document === undefined,
  ),
)

const marksByPolicy = memoized((decision: Decision) => {
  const known = new Map<string, readonly StatementMark[]>()
  return (policy: string) => {
    const found = known.get(policy) ?? highlights(decision, policy)
    known.set(policy, found)
    return found
  }
})

/** The marks of a policy's statements for a decision. */
export const marksOf = (decision: Decision, policy: string): readonly StatementMark[] =>
  marksByPolicy(decision)(policy)

/** A decision in words. */
export const explanationOf: (decision: Decision, sources: Sources) => VerdictExplanation =
  memoizedPair(explainVerdict)

/** The context keys that the policies read. */
export const keysReadBy: (sources: Sources) => readonly KeyRead[] = memoized(keysRead)

/** The context of a request, with the keys that are derived from its other parts. */
export const contextOf = (scenario: Scenario) => requestOf(scenario).context

/** What completion and the boxes of the request know besides the text at hand. */
export function situationOf({
  workspace,
  selectedScenario,
  facts,
}: Pick<AppState, 'workspace' | 'selectedScenario' | 'facts'>): Situation {
  const { policies, scenarios } = workspace
  const scenario = scenarios[selectedScenario]
  return {
    reference: facts.reference,
    requests: scenarios,
    sources: policies.map(sourceOf),
    ...(scenario ? { request: requestOf(scenario) } : {}),
  }
}
