import type { AccountRelation, Missing, Rule } from './decision.ts'

/**
 * How AWS combines the types of policy, as a table over an abstract Boolean: the evaluator reads it with true and false, the
 * analysis of all requests at once with formulas.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export interface Logic<B> {
  readonly always: B
  readonly never: B
  and(parts: readonly B[]): B
  or(parts: readonly B[]): B
}

export const booleans: Logic<boolean> = {
  always: true,
  never: false,
  and: (parts) => parts.every(Boolean),
  or: (parts) => parts.some(Boolean),
}

/** What the consulted policies say. Each value but `denied` means: a statement with `Allow` matches. */
export interface Grounds<B> {
  /** Some statement with `Deny` matches. */
  readonly denied: B
  readonly identity: B
  /** One per boundary; AWS allows a single one. */
  readonly boundaries: readonly { readonly policy: string; readonly allows: B }[]
  /** Undefined without session policies. Several add up. */
  readonly session: B | undefined
  readonly scpLevels: readonly { readonly level: string | undefined; readonly allows: B }[]
  readonly endpoints: readonly { readonly policy: string; readonly allows: B }[]
  /** The resource policy's Allow, by how it names the requester. */
  readonly resource: { readonly direct: B; readonly role: B; readonly delegation: B }
}

/** What is known of the request before any policy is read. */
export interface Setting {
  readonly rule: Rule
  readonly relation: AccountRelation
  readonly requester: 'user' | 'role' | 'federatedUser' | 'root' | 'other'
}

/** What an alternative way to a grant needs; each is looked up in the grounds. */
type Need =
  /** Identity policies, and every boundary and session policy there is. The root user passes with none. */
  | 'principalSide'
  | 'direct'
  | 'role'
  | 'delegation'
  /** The resource policy allows, however it names the requester. */
  | 'anyNaming'
  | 'boundary'
  | 'session'
  /** The boundary, but only of an IAM user. */
  | 'boundaryOfUser'

type Alternatives = readonly (readonly Need[])[]

const limitedRole: readonly Need[] = ['role', 'boundary', 'session']
const bothSides: Alternatives = [['principalSide', 'anyNaming']]
const resourceOnly: Alternatives = [['anyNaming']]

/** The ways to a grant. One alternative suffices, and it needs all it lists (semantics.md 9.4, 9.5, 10.1, 10.2). */
const grants: Readonly<Record<Rule, Readonly<Record<AccountRelation, Alternatives>>>> = {
  ordinary: {
    sameAccount: [['principalSide'], ['direct'], limitedRole],
    crossAccount: bothSides,
    noAccount: resourceOnly,
  },
  roleTrust: {
    sameAccount: [['direct', 'boundaryOfUser'], limitedRole, ['delegation', 'principalSide']],
    crossAccount: bothSides,
    noAccount: resourceOnly,
  },
  keyPolicy: {
    sameAccount: [['direct'], limitedRole, ['delegation', 'principalSide']],
    crossAccount: bothSides,
    noAccount: resourceOnly,
  },
  noPermissionNeeded: { sameAccount: [], crossAccount: [], noAccount: [] },
  rootCannotAssumeRole: { sameAccount: [], crossAccount: [], noAccount: [] },
}

export interface Combination<B> {
  /** Some consulted statement denies: nothing else matters. */
  readonly explicitlyDenied: B
  /** What grants nothing but must permit, each with its name for when it does not. */
  readonly ceilings: readonly { readonly permits: B; readonly missing: Missing }[]
  /** Identity and resource policies, by the rules for this kind of request. */
  readonly granted: B
}

/** Reads the table. A request is allowed when it is not explicitly denied, every ceiling permits it, and it is granted. */
export function combine<B>(logic: Logic<B>, setting: Setting, grounds: Grounds<B>): Combination<B> {
  // What needs no permission cannot be denied either.
  if (setting.rule === 'noPermissionNeeded')
    return { explicitlyDenied: logic.never, ceilings: [], granted: logic.always }
  const alternatives = grants[setting.rule][setting.relation]
  return {
    explicitlyDenied: grounds.denied,
    // RCPs are not among them: RCPFullAWSAccess cannot be detached, so custom ones can only deny.
    ceilings: [
      ...grounds.endpoints.map(({ policy, allows }) => ({
        permits: allows,
        missing: { kind: 'endpoint', policy } as const,
      })),
      ...grounds.scpLevels.map(({ level, allows }) => ({
        permits: allows,
        missing: { kind: 'scpLevel', level } as const,
      })),
    ],
    granted: logic.or(
      alternatives.map((needs) =>
        logic.and(needs.map((need) => lookUp(need, logic, setting, grounds))),
      ),
    ),
  }
}

function lookUp<B>(need: Need, logic: Logic<B>, setting: Setting, grounds: Grounds<B>): B {
  const boundary = logic.and(grounds.boundaries.map(({ allows }) => allows))
  const session = grounds.session ?? logic.always
  switch (need) {
    case 'principalSide':
      if (setting.requester === 'root') return logic.always
      if (setting.requester === 'other') return logic.never
      // A federated user's session has no permissions of its own.
      if (setting.requester === 'federatedUser' && grounds.session === undefined) return logic.never
      return logic.and([grounds.identity, boundary, session])
    case 'direct':
      return grounds.resource.direct
    case 'role':
      return grounds.resource.role
    case 'delegation':
      return grounds.resource.delegation
    case 'anyNaming':
      return logic.or([grounds.resource.direct, grounds.resource.role, grounds.resource.delegation])
    case 'boundary':
      return boundary
    case 'session':
      return session
    case 'boundaryOfUser':
      return setting.requester === 'user' ? boundary : logic.always
  }
}
