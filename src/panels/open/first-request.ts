import type { Scenario, ScenarioPrincipal, WorkspacePolicy } from '#workspace'

/** A request to be filled in, by somebody to whom the policies are attached. */
export function firstRequest(
  policies: readonly WorkspacePolicy[],
  principal?: ScenarioPrincipal,
): Scenario {
  return {
    name: 'request 1',
    principal: principal ?? { arn: ownerOf(policies) ?? 'arn:aws:iam::111122223333:role/app' },
    action: '',
    resource: { arn: '' },
  }
}

/** Whoever a policy is attached to by name; in the documentation's account, where any will do. */
function ownerOf(policies: readonly WorkspacePolicy[]): string | undefined {
  return policies
    .filter(({ type }) => type !== 'resource')
    .flatMap(({ attachedTo = [] }) => attachedTo)
    .filter((arn) => /^arn:[^:]+:iam::(?:\*|\d{12}):(?:role|user)\/[^*?$<>]+$/u.test(arn))
    .map((arn) => arn.replace('::*:', '::111122223333:'))[0]
}
