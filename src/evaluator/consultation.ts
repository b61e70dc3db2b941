import { matchesGlob, compileGlob, parsePattern, splitArn, type PolicyType } from '#policy'
import { isServiceLinked, type AccessRequest, type Principal } from '#request'
import type { AttachedPolicy, NotConsulted } from './decision.ts'
import { rcpServices } from './rcp-services.ts'

/**
 * Which types of policy are consulted for which kind of principal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
const consulted: Readonly<Record<Principal['kind'], readonly PolicyType[]>> = {
  user: ['identity', 'boundary', 'scp', 'resource', 'rcp', 'endpoint'],
  role: ['identity', 'boundary', 'session', 'scp', 'resource', 'rcp', 'endpoint'],
  roleSession: ['identity', 'boundary', 'session', 'scp', 'resource', 'rcp', 'endpoint'],
  federatedUser: ['identity', 'boundary', 'session', 'scp', 'resource', 'rcp', 'endpoint'],
  root: ['scp', 'resource', 'rcp', 'endpoint'],
  service: ['resource', 'rcp', 'endpoint'],
  federatedProvider: ['resource', 'rcp', 'endpoint'],
  canonicalUser: ['resource', 'rcp', 'endpoint'],
  anonymous: ['resource', 'rcp', 'endpoint'],
  unknown: ['resource', 'rcp', 'endpoint'],
}

const consultedForServiceLinkedRole: readonly PolicyType[] = ['identity', 'resource', 'endpoint']

/** Why `policy` has no say in `request`; undefined when it is consulted. */
export function notConsulted(
  policy: AttachedPolicy,
  request: AccessRequest,
): NotConsulted | undefined {
  const { principal } = request
  if (!policy.document) return 'unread'
  if (!consulted[principal.kind].includes(policy.type)) return 'principalKind'
  if (isServiceLinked(principal) && !consultedForServiceLinkedRole.includes(policy.type))
    return 'serviceLinkedRole'
  if (policy.type === 'rcp' && !coveredByRcps(request)) return 'serviceWithoutRcps'
  if (policy.attachedTo && !isAttached(policy, policy.attachedTo, request))
    return 'attachedElsewhere'
  return undefined
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
function coveredByRcps({ action }: AccessRequest): boolean {
  // RCPs explicitly do not reach this one, though KMS is covered.
  return action.lower !== 'kms:retiregrant' && rcpServices.has(action.service)
}

/** Resource policies (and RCPs) belong to resources, the others to principals (workspace-format.md, "attachedTo"). */
function isAttached(
  { type }: AttachedPolicy,
  patterns: readonly string[],
  request: AccessRequest,
): boolean {
  if (type === 'endpoint') return true
  const names =
    type === 'resource' || type === 'rcp' ? [request.resource.arn] : identitiesOf(request.principal)
  return patterns.some((pattern) => names.some((name) => matches(pattern, name, request.principal)))
}

function matches(pattern: string, name: string, principal: Principal): boolean {
  const test = (text: string) =>
    matchesGlob(compileGlob(parsePattern(text, { wildcards: true, variables: false })), name)
  if (test(pattern)) return true
  // The policy of a bucket is consulted for its objects too.
  if (/^arn:[^:]*:s3:/u.test(name)) return test(`${pattern}/*`)
  // The ARN of a session, and of the user who federated one, tells no path: a role's or user's path is not compared then.
  if (principal.kind !== 'roleSession' && principal.kind !== 'federatedUser') return false
  const parts = splitArn(pattern)
  const pathless = parts && /^(role|user)\/.*\/([^/]+)$/su.exec(parts.resource)
  if (!pathless) return false
  const [, kind = '', last = ''] = pathless
  return test(
    `arn:${parts.partition}:${parts.service}:${parts.region}:${parts.account}:${kind}/${last}`,
  )
}

/** The ARNs by which a policy may be attached to this principal. */
function identitiesOf(principal: Principal): readonly string[] {
  switch (principal.kind) {
    case 'roleSession':
      return [
        principal.arn,
        `arn:${principal.partition}:iam::${principal.account}:role/${principal.role}`,
      ]
    case 'federatedUser':
      return [
        principal.arn,
        `arn:${principal.partition}:iam::${principal.account}:user/${principal.name}`,
      ]
    case 'user':
    case 'role':
    case 'root':
      return [principal.arn]
    case 'service':
    case 'federatedProvider':
    case 'canonicalUser':
    case 'anonymous':
    case 'unknown':
      return []
  }
}
