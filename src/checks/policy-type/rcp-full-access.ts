import type { Statement } from '#policy'

/**
 * Whether this is the statement of RCPFullAWSAccess, which AWS makes and attaches itself: an Allow of everything. Nobody else can
 * write one. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function isFullAccess({
  effect,
  principal,
  action,
  resource,
  conditions,
}: Statement): boolean {
  const all = [principal, action, resource].every(
    (clause) =>
      clause?.negated === false &&
      clause.patterns.length === 1 &&
      clause.patterns[0]?.value === '*',
  )
  return effect?.value === 'Allow' && all && conditions.length === 0
}
