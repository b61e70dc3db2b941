import { evaluate, type AttachedPolicy, type Decision } from '#evaluator'
import {
  explainVerdict,
  highlights,
  keysRead,
  traceTree,
  type KeyRead,
  type Sources,
  type StatementMark,
  type TraceNode,
  type VerdictExplanation,
} from '#language'
import { readPolicy, type Finding, type PolicySource } from '#policy'
import { accessRequest } from '#request'
import type { Scenario, WorkspacePolicy } from '#workspace'
import { findingsOf } from './findings.ts'
import { memoized, memoizedPair } from './memo.ts'

// Everything here is a pure function of the workspace, remembered by the identity of its arguments: a policy that was
// not edited keeps its object, so only the edited text is read again.

type Policies = readonly WorkspacePolicy[]

/** A policy's text, read. */
export const sourceOf: (policy: WorkspacePolicy) => PolicySource = memoized((policy) =>
  readPolicy(policy.text),
)

/** What is to know about a policy as one of its type, in the order of the text. */
export const findings: (policy: WorkspacePolicy) => readonly Finding[] = memoized((policy) =>
  findingsOf(sourceOf(policy), policy.type),
)

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

/** A decision's trace as lines. */
export const traceOf: (decision: Decision, sources: Sources) => readonly TraceNode[] =
  memoizedPair(traceTree)

/** The context keys that the policies read. */
export const keysReadBy: (sources: Sources) => readonly KeyRead[] = memoized(keysRead)

/** The context of a request, with the keys that are derived from its other parts. */
export const contextOf = (scenario: Scenario) => requestOf(scenario).context
