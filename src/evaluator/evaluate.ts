import type { PolicyType } from '#policy'
import { accountOf, type AccessRequest, type Principal } from '#request'
import { booleans, combine, type Grounds, type Setting } from './combine.ts'
import { traceStatements } from './compiled-policy.ts'
import { notConsulted } from './consultation.ts'
import type {
  AccountRelation,
  AttachedPolicy,
  Decision,
  PolicyTrace,
  StatementRef,
  Step,
  Strength,
  Verdict,
} from './decision.ts'
import { missingFromGrant } from './missing.ts'
import { ruleOf } from './services.ts'

/**
 * Decides one request against the policies of a workspace, exactly as AWS would, and says why. Every statement is traced,
 * also of policies that are not consulted and after the decision; the verdict is read off that trace.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: AccessRequest, policies: readonly AttachedPolicy[]): Decision {
  const steps = trace(request, policies)
  const setting: Setting = {
    rule: ruleOf(request),
    relation: relationOf(request),
    requester: requesterOf(request.principal),
  }
  const consulted = steps.flatMap(({ policies: traces }) =>
    traces.filter((policy) => !policy.notConsulted),
  )
  const grounds = groundsOf(steps, consulted)
  const { explicitlyDenied, ceilings, granted } = combine(booleans, setting, grounds)
  const closed = ceilings.filter(({ permits }) => !permits)
  const verdict: Verdict = explicitlyDenied
    ? 'explicitDeny'
    : granted && closed.length === 0
      ? 'allow'
      : 'implicitDeny'
  const missing = [
    ...closed.map((ceiling) => ceiling.missing),
    ...(granted ? [] : missingFromGrant(setting, grounds)),
  ]
  return {
    request,
    verdict,
    decidedBy: decidedBy(verdict, setting, consulted),
    rule: setting.rule,
    relation: setting.relation,
    steps,
    missing: verdict === 'implicitDeny' ? missing : [],
  }
}

/** The order in which AWS consults the types of policy. */
const order: readonly PolicyType[] = [
  'endpoint',
  'rcp',
  'scp',
  'resource',
  'identity',
  'boundary',
  'session',
]

function trace(request: AccessRequest, policies: readonly AttachedPolicy[]): readonly Step[] {
  const reasons = new Map(policies.map((policy) => [policy, notConsulted(policy, request)]))
  const bounded = policies.some(
    (policy) => policy.type === 'boundary' && reasons.get(policy) === undefined,
  )
  return order.flatMap((type) => {
    const traces = policies
      .filter((policy) => policy.type === type)
      .map((policy): PolicyTrace => ({
        policy,
        notConsulted: reasons.get(policy),
        ...traceStatements(policy, request, bounded),
      }))
    if (type !== 'scp' && type !== 'rcp')
      return [{ type, outcome: outcomeOf(traces), policies: traces }]
    if (traces.length === 0) return [{ type, outcome: 'absent' as const, policies: [] }]
    return [...byLevel(traces)].map(([level, group]): Step => ({
      type,
      ...(level !== undefined && { level }),
      outcome: outcomeOf(group),
      policies: group,
    }))
  })
}

function byLevel(
  traces: readonly PolicyTrace[],
): ReadonlyMap<string | undefined, readonly PolicyTrace[]> {
  const levels = new Map<string | undefined, PolicyTrace[]>()
  for (const policyTrace of traces) {
    const { level } = policyTrace.policy
    const group = levels.get(level)
    if (group) group.push(policyTrace)
    else levels.set(level, [policyTrace])
  }
  return levels
}

function outcomeOf(traces: readonly PolicyTrace[]): Step['outcome'] {
  if (traces.length === 0) return 'absent'
  const consulted = traces.filter((policy) => !policy.notConsulted)
  if (consulted.length === 0) return 'notConsulted'
  if (consulted.some(({ denies }) => denies.length > 0)) return 'denies'
  return consulted.some(({ allows }) => allows.length > 0) ? 'allows' : 'silent'
}

function groundsOf(steps: readonly Step[], consulted: readonly PolicyTrace[]): Grounds<boolean> {
  const ofType = (type: PolicyType) => consulted.filter(({ policy }) => policy.type === type)
  const allows = (traces: readonly PolicyTrace[]) =>
    traces.some((policy) => policy.allows.length > 0)
  const each = (type: PolicyType) =>
    ofType(type).map((policyTrace) => ({
      policy: policyTrace.policy.name,
      allows: allows([policyTrace]),
    }))
  const sessions = ofType('session')
  return {
    denied: consulted.some(({ denies }) => denies.length > 0),
    identity: allows(ofType('identity')),
    boundaries: each('boundary'),
    session: sessions.length > 0 ? allows(sessions) : undefined,
    scpLevels: steps
      .filter(
        ({ type, outcome }) => type === 'scp' && outcome !== 'absent' && outcome !== 'notConsulted',
      )
      .map(({ level, policies }) => ({
        level,
        allows: allows(policies.filter((policy) => !policy.notConsulted)),
      })),
    endpoints: each('endpoint'),
    resource: {
      direct: namedBy(ofType('resource'), 'direct'),
      role: namedBy(ofType('resource'), 'role'),
      delegation: namedBy(ofType('resource'), 'delegation'),
    },
  }
}

/** Whether a matching Allow of the resource policies names the requester in this way. */
function namedBy(traces: readonly PolicyTrace[], strength: Strength): boolean {
  return traces.some(({ allows }) =>
    allows.some(({ principal }) => principal?.strength === strength),
  )
}

/** An ARN's account, or the stated one; a resource of unknown owner counts as the principal's own (semantics.md 8.1). */
function relationOf({ principal, resource }: AccessRequest): AccountRelation {
  const account = accountOf(principal)
  if (account === undefined) return 'noAccount'
  return resource.account === undefined || resource.account === account
    ? 'sameAccount'
    : 'crossAccount'
}

function requesterOf(principal: Principal): Setting['requester'] {
  switch (principal.kind) {
    case 'user':
    case 'federatedUser':
    case 'root':
      return principal.kind
    case 'role':
    case 'roleSession':
      return 'role'
    case 'service':
    case 'federatedProvider':
    case 'canonicalUser':
    case 'anonymous':
    case 'unknown':
      return 'other'
  }
}

function decidedBy(
  verdict: Verdict,
  { rule }: Setting,
  consulted: readonly PolicyTrace[],
): readonly StatementRef[] {
  if (verdict === 'implicitDeny' || rule === 'noPermissionNeeded') return []
  return consulted.flatMap(({ allows, denies }) =>
    (verdict === 'allow' ? allows : denies).map(({ ref }) => ref),
  )
}
