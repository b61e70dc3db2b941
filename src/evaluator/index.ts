/**
 * Decides a request against policies and says why. Knows the policy language and the request, and nothing about which
 * services and actions exist: a verdict depends on the policies and the request only.
 */
export {
  booleans,
  combine,
  type Combination,
  type Grounds,
  type Logic,
  type Setting,
} from './combine.ts'
export type {
  AccountRelation,
  AttachedPolicy,
  ClauseTrace,
  ConditionOutcome,
  ConditionTrace,
  Decision,
  Missing,
  NotConsulted,
  PatternTrace,
  PolicyTrace,
  PrincipalPatternTrace,
  PrincipalTrace,
  Rule,
  StatementRef,
  StatementTrace,
  Step,
  Strength,
  Verdict,
} from './decision.ts'
export { evaluate } from './evaluate.ts'
export { rcpServices } from './rcp-services.ts'
