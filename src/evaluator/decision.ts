import type {
  Clause,
  ConditionClause,
  Located,
  PolicyDocument,
  PolicyType,
  PrincipalClause,
  PrincipalPattern,
  Statement,
  StatementFault,
} from '#policy'
import type { AccessRequest } from '#request'

/** A policy that takes part in an evaluation. */
export interface AttachedPolicy {
  readonly name: string
  readonly type: PolicyType
  /** SCPs and RCPs: the root, organizational unit or account it is attached to. */
  readonly level?: string
  /** ARN patterns of the principals (resource policies: resources) it belongs to; absent: everyone's. */
  readonly attachedTo?: readonly string[]
  /** Undefined for a text that AWS would not have saved: the policy contributes nothing, and is shown as such. */
  readonly document: PolicyDocument | undefined
}

export type Verdict = 'allow' | 'explicitDeny' | 'implicitDeny'

/** A statement by the words of the workspace format: policy name and index from zero. */
export interface StatementRef {
  readonly policy: string
  readonly statement: number
}

/** The answer to one request, with everything it rests on. The verdict is read off the trace; there is no other path. */
export interface Decision {
  readonly request: AccessRequest
  readonly verdict: Verdict
  /** Every matching Deny for an explicit deny, every matching Allow for an allow, nothing else (semantics.md 11.2). */
  readonly decidedBy: readonly StatementRef[]
  /** Which of AWS's rules applied: the ordinary ones, or those of a role's trust policy or a key policy. */
  readonly rule: Rule
  readonly relation: AccountRelation
  /** One per policy type and level, in the order in which AWS consults them. */
  readonly steps: readonly Step[]
  /** For an implicit deny: what was missing (semantics.md 11.3). Empty otherwise. */
  readonly missing: readonly Missing[]
}

export type Rule =
  'ordinary' | 'roleTrust' | 'keyPolicy' | 'noPermissionNeeded' | 'rootCannotAssumeRole'
export type AccountRelation = 'sameAccount' | 'crossAccount' | 'noAccount'

/** Why an implicit deny was not an allow. */
export type Missing =
  | { readonly kind: 'scpLevel'; readonly level: string | undefined }
  | { readonly kind: 'endpoint'; readonly policy: string }
  | { readonly kind: 'identity' }
  | { readonly kind: 'boundary'; readonly policy: string }
  | { readonly kind: 'session' }
  /** A federated user's session has no permissions of its own without a session policy. */
  | { readonly kind: 'sessionOfFederatedUser' }
  /** The request crosses accounts, or has no account, and no resource policy allows it. */
  | { readonly kind: 'resource' }
  /** The role's trust policy (key policy) must allow and does not. */
  | { readonly kind: 'trust' }
  | { readonly kind: 'keyPolicy' }
  /** AWS refuses `sts:AssumeRole` to the root user. */
  | { readonly kind: 'rootCannotAssumeRole' }

export interface Step {
  readonly type: PolicyType
  readonly level?: string
  /** `silent`: consulted, and no statement of it matches. `absent`: the workspace has no such policy. */
  readonly outcome: 'denies' | 'allows' | 'silent' | 'notConsulted' | 'absent'
  readonly policies: readonly PolicyTrace[]
}

export interface PolicyTrace {
  readonly policy: AttachedPolicy
  /** Undefined when consulted. */
  readonly notConsulted: NotConsulted | undefined
  /** Every statement, also of a policy that is not consulted, and also those after the deciding one. */
  readonly statements: readonly StatementTrace[]
  /** Those of `statements` that apply, by effect. The verdict rests on them, where the policy is consulted. */
  readonly allows: readonly StatementTrace[]
  readonly denies: readonly StatementTrace[]
}

export type NotConsulted =
  /** Policies of this type never apply to this kind of principal (semantics.md 8.2). */
  | 'principalKind'
  /** `attachedTo` names other principals or resources. */
  | 'attachedElsewhere'
  | 'serviceLinkedRole'
  /** Resource control policies do not cover the action's service. */
  | 'serviceWithoutRcps'
  /** The text is no policy. */
  | 'unread'

export interface StatementTrace {
  readonly ref: StatementRef
  readonly statement: Statement
  /** Every element it has matches, and it has no fault. */
  readonly applies: boolean
  readonly faults: readonly StatementFault[]
  readonly principal: PrincipalTrace | undefined
  readonly action: ClauseTrace | undefined
  readonly resource: ClauseTrace | undefined
  readonly conditions: readonly ConditionTrace[]
}

export interface ClauseTrace {
  readonly clause: Clause
  /** Already turned around for `NotAction` and `NotResource`. */
  readonly matched: boolean
  readonly patterns: readonly PatternTrace[]
}

export interface PatternTrace {
  readonly pattern: Located<string>
  readonly matched: boolean
  /** The text compared, where variables were replaced. */
  readonly resolved?: string
  /** The variable that has no value in this request, as written between the braces. */
  readonly unresolved?: string
}

/** How a principal is named, which decides how far an Allow reaches (semantics.md 5.2). */
export type Strength = 'direct' | 'role' | 'delegation'

export interface PrincipalTrace {
  readonly clause: PrincipalClause
  readonly matched: boolean
  /** The strongest match of a `Principal` element. */
  readonly strength: Strength | undefined
  /** `NotPrincipal`: why a listed principal does not escape. */
  readonly caught?: 'accountNotListed' | 'roleNotListed' | 'boundary'
  readonly patterns: readonly PrincipalPatternTrace[]
}

export interface PrincipalPatternTrace {
  readonly pattern: PrincipalPattern
  readonly strength: Strength | undefined
}

export interface ConditionTrace {
  readonly clause: ConditionClause
  readonly matched: boolean
  readonly outcome: ConditionOutcome
  /** The request's values; undefined when the key is absent. */
  readonly values: readonly string[] | undefined
  /** Which of the policy's values fits at least one of the request's, before a negated operator turns it around. */
  readonly patterns: readonly PatternTrace[]
}

/** The rule that made a condition true or false. */
export type ConditionOutcome =
  /** A value of the policy and one of the request fit (or, under ForAllValues, all of the request's do). */
  | 'valueMatched'
  | 'noValueMatched'
  /** Absent key under a positive operator: false. */
  | 'absentPositive'
  /** Absent key under a negated operator: true. */
  | 'absentNegated'
  | 'absentIfExists'
  /** ForAllValues over no value is true. */
  | 'absentForAllValues'
  | 'absentForAnyValue'
  /** `Null` asks just that. */
  | 'absence'
  | 'presence'
  /** `ForAllValues:Null` is always true, `ForAnyValue:Null` never. */
  | 'nullWithSetOperator'
  /** The policy lists no value. */
  | 'emptyList'
  /** The request's value is not of the operator's type. */
  | 'requestValueMalformed'
  /** The name before it is no operator. */
  | 'unknownOperator'
