import type { PolicyType } from '#policy'
import type { Expectation, Scenario, Workspace, WorkspacePolicy } from '#workspace'
import type { ScenarioChange } from './state.ts'

// Edits from one workspace to the next. What an edit does not touch keeps its identity: the memos of derived.ts rest on it.

/** The workspace with one policy changed. */
export function withPolicy(
  workspace: Workspace,
  name: string,
  change: (policy: WorkspacePolicy) => WorkspacePolicy,
): Workspace {
  return {
    ...workspace,
    policies: workspace.policies.map((policy) => (policy.name === name ? change(policy) : policy)),
  }
}

/** The workspace with a policy put in at `index`. */
export function withPolicyAt(
  workspace: Workspace,
  index: number,
  policy: WorkspacePolicy,
): Workspace {
  return { ...workspace, policies: workspace.policies.toSpliced(index, 0, policy) }
}

/** The workspace without a policy. */
export function withoutPolicy(workspace: Workspace, name: string): Workspace {
  return { ...workspace, policies: workspace.policies.filter((policy) => policy.name !== name) }
}

/** The policy under another name, which must be free; the expectations that name it follow. */
export function renamed(workspace: Workspace, from: string, to: string): Workspace {
  const next = withPolicy(workspace, from, (policy) => ({ ...policy, name: to }))
  return {
    ...next,
    scenarios: next.scenarios.map((scenario) => {
      const { expect } = scenario
      if (!expect?.decidedBy?.some(({ policy }) => policy === from)) return scenario
      const decidedBy = expect.decidedBy.map((ref) =>
        ref.policy === from ? { ...ref, policy: to } : ref,
      )
      return { ...scenario, expect: { ...expect, decidedBy } }
    }),
  }
}

/** A name like `wanted` that none of `taken` has: "scp", "scp 2", "scp 3". */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`
    if (!taken.includes(name)) return name
  }
}

/** An empty policy of this type; service and resource control policies start at the root of the organization. */
export function emptyPolicy(type: PolicyType, name: string): WorkspacePolicy {
  return {
    name,
    type,
    ...(type === 'scp' || type === 'rcp' ? { level: 'root' } : {}),
    enabled: true,
    text: '',
  }
}

/** The policy with another type; only organization policies have a level. */
export function withType({ level, ...policy }: WorkspacePolicy, type: PolicyType): WorkspacePolicy {
  return type === 'scp' || type === 'rcp'
    ? { ...policy, type, level: level ?? 'root' }
    : { ...policy, type }
}

/** The policy attached to these ARN patterns; none: to everyone. */
export function withAttachedTo(
  { attachedTo: _, ...policy }: WorkspacePolicy,
  patterns: readonly string[],
): WorkspacePolicy {
  return patterns.length > 0 ? { ...policy, attachedTo: patterns } : policy
}

/** The workspace with one request changed. */
export function withScenario(
  workspace: Workspace,
  index: number,
  change: (scenario: Scenario) => Scenario,
): Workspace {
  const scenario = workspace.scenarios[index]
  if (!scenario) return workspace
  return { ...workspace, scenarios: workspace.scenarios.with(index, change(scenario)) }
}

/** The request with some fields changed; a field set to undefined, or to nothing but empties, is left out. */
export function changedScenario(scenario: Scenario, change: ScenarioChange): Scenario {
  const next = { ...scenario, ...change }
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== undefined && !isEmptyRecord(value)),
  ) as unknown as Scenario
}

const isEmptyRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** The request without its expectation. */
export function withoutExpectation({ expect: _, ...scenario }: Scenario): Scenario {
  return scenario
}

/** The request alone: what is expected of it, and what was reported, belongs to the one it was made from. */
export function onlyRequest({ expect: _, reported: __, ...scenario }: Scenario): Scenario {
  return scenario
}

/** The workspace under this title; a blank one takes it away. */
export function withTitle({ title: _, ...workspace }: Workspace, title: string): Workspace {
  return title.trim() === '' ? workspace : { ...workspace, title: title.trim() }
}

/** The request expecting this. */
export function withExpectation(scenario: Scenario, expect: Expectation): Scenario {
  return { ...scenario, expect }
}

/** An empty policy and a request to fill in. */
export const emptyWorkspace: Workspace = {
  policies: [emptyPolicy('identity', 'policy')],
  scenarios: [
    {
      name: 'request 1',
      principal: { arn: 'arn:aws:iam::111122223333:role/app' },
      action: '',
      resource: { arn: '' },
    },
  ],
}

/** Switches a check off for the workspace, or on again. */
export function withCheckOff(workspace: Workspace, check: string, off: boolean): Workspace {
  const { checksOff = [], ...rest } = workspace
  const others = checksOff.filter((id) => id !== check)
  const next = off ? [...others, check] : others
  return next.length > 0 ? { ...rest, checksOff: next } : rest
}
