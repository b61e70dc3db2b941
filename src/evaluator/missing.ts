import type { Grounds, Setting } from './combine.ts'
import type { Missing } from './decision.ts'

/**
 * What the grant of an implicitly denied request lacked (semantics.md 11.3): the resource side where that is the one that
 * had to speak, then the parts of the principal side that were silent.
 */
export function missingFromGrant(
  { rule, relation, requester }: Setting,
  grounds: Grounds<boolean>,
): readonly Missing[] {
  if (rule === 'noPermissionNeeded') return []
  if (rule === 'rootCannotAssumeRole') return [{ kind: 'rootCannotAssumeRole' }]
  const { direct, role, delegation } = grounds.resource
  const missing: Missing[] = []
  const resourceKind =
    rule === 'roleTrust' ? 'trust' : rule === 'keyPolicy' ? 'keyPolicy' : 'resource'
  const resourceMustSpeak = rule !== 'ordinary' || relation !== 'sameAccount'
  if (resourceMustSpeak && !direct && !role && !delegation) missing.push({ kind: resourceKind })
  if (relation === 'noAccount' || requester === 'other' || requester === 'root') return missing
  // A role that the resource policy names needs no identity policy within the account, only room under its ceilings; so does a
  // user whom a trust policy names.
  const named = relation === 'sameAccount' && (role || direct)
  if (!named && !grounds.identity) missing.push({ kind: 'identity' })
  for (const { policy, allows } of grounds.boundaries)
    if (!allows) missing.push({ kind: 'boundary', policy })
  if (grounds.session === false) missing.push({ kind: 'session' })
  if (requester === 'federatedUser' && grounds.session === undefined && !named)
    missing.push({ kind: 'sessionOfFederatedUser' })
  return missing
}
