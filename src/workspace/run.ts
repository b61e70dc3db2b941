import { evaluate, type AttachedPolicy, type Decision, type StatementRef } from '#evaluator'
import { readPolicy, type PolicySource } from '#policy'
import { accessRequest } from '#request'
import type { Expectation, Scenario, Workspace, WorkspacePolicy } from './workspace.ts'

export interface ScenarioRun {
  readonly decision: Decision
  /** Enabled policies whose text is no policy; they take no part. A blank text is just empty. */
  readonly unread: readonly string[]
  /** Undefined when the scenario expects nothing. */
  readonly pass: boolean | undefined
}

/**
 * Evaluates one scenario against the enabled policies of a workspace. `sourceOf` says how a policy's text is read; a caller
 * that runs many scenarios passes one that remembers.
 */
export function runScenario(
  { policies }: Pick<Workspace, 'policies'>,
  scenario: Scenario,
  sourceOf: (policy: WorkspacePolicy) => PolicySource = ({ text }) => readPolicy(text),
): ScenarioRun {
  const unread: string[] = []
  const attached = policies
    .filter(({ enabled }) => enabled)
    .map((policy): AttachedPolicy => {
      const { document } = sourceOf(policy)
      if (!document && policy.text.trim() !== '') unread.push(policy.name)
      const { name, type, level, attachedTo } = policy
      return {
        name,
        type,
        document,
        ...(level !== undefined && { level }),
        ...(attachedTo !== undefined && { attachedTo }),
      }
    })
  const decision = evaluate(accessRequest(scenario), attached)
  return { decision, unread, pass: scenario.expect && meets(scenario.expect, decision) }
}

/** Whether a decision is the expected one; `deny` is met by either kind, and statements may come in any order. */
export function meets(
  expected: Expectation,
  { verdict, decidedBy }: Pick<Decision, 'verdict' | 'decidedBy'>,
): boolean {
  const agrees = expected.decision === 'deny' ? verdict !== 'allow' : verdict === expected.decision
  return agrees && (!expected.decidedBy || sameStatements(expected.decidedBy, decidedBy))
}

function sameStatements(a: readonly StatementRef[], b: readonly StatementRef[]): boolean {
  const keys = (refs: readonly StatementRef[]) =>
    new Set(refs.map(({ policy, statement }) => JSON.stringify([policy, statement])))
  const [left, right] = [keys(a), keys(b)]
  return left.size === right.size && [...left].every((key) => right.has(key))
}
