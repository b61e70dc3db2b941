import type { ConditionOperator } from './condition.ts'
import type { Finding } from './finding.ts'
import type { JsonNode } from './json.ts'
import type { Located, Span } from './span.ts'

/** The kinds of policy an evaluation knows; `resource` includes role trust policies and key policies. */
export const policyTypes = [
  'identity',
  'resource',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
] as const
export type PolicyType = (typeof policyTypes)[number]

export type Effect = 'Allow' | 'Deny'

/** What reading one text yields. Reading never throws and never gives up early. */
export interface PolicySource {
  readonly text: string
  /** As written; absent only when the text holds no JSON value at all. */
  readonly json: JsonNode | undefined
  /**
   * As meant. Absent when AWS would not have saved the text: it is not JSON, or not an object with `Statement`.
   * Such a policy contributes nothing (semantics.md 1.11).
   */
  readonly document: PolicyDocument | undefined
  /**
   * As far as the text can be understood: equal to `document` when that is there, else what a tolerant reading
   * recovered. For checks and the editor, never for a verdict.
   */
  readonly draft: PolicyDocument | undefined
  readonly problems: readonly Finding[]
}

export interface PolicyDocument {
  readonly span: Span
  readonly version?: Located<string>
  readonly id?: Located<string>
  /** The name `Statement`, where it is written. */
  readonly statementKey?: Located<string>
  /** Whether `${…}` is a variable here: only under Version 2012-10-17. */
  readonly variables: boolean
  readonly statements: readonly Statement[]
}

/** Why a statement matches nothing, whatever the request (semantics.md 1.11). */
export type StatementFault =
  | { readonly kind: 'unknownElement'; readonly name: string; readonly span: Span }
  | { readonly kind: 'wrongType'; readonly element: string; readonly span: Span }
  | { readonly kind: 'missing'; readonly element: string; readonly span: Span }
  | {
      readonly kind: 'exclusive'
      readonly elements: readonly [string, string]
      readonly span: Span
    }
  | { readonly kind: 'unknownEffect'; readonly value: string; readonly span: Span }
  | { readonly kind: 'unknownOperator'; readonly value: string; readonly span: Span }
  | { readonly kind: 'unknownPrincipalKey'; readonly value: string; readonly span: Span }
  | {
      readonly kind: 'notAllowedHere'
      readonly element: string
      readonly type: PolicyType
      readonly span: Span
    }

export interface Statement {
  /** From zero, as the workspace format counts. */
  readonly index: number
  readonly span: Span
  readonly sid?: Located<string>
  /** As written, with the place of its value; `effect.value` may be neither Allow nor Deny (then there is a fault). */
  readonly effect?: Located<string>
  readonly principal?: PrincipalClause
  readonly action?: Clause
  readonly resource?: Clause
  readonly conditions: readonly ConditionClause[]
  /** The name `Condition`, where it is written. */
  readonly conditionKey?: Located<string>
  /** Faults that do not depend on the policy's type; `faultsOf` adds those that do. */
  readonly faults: readonly StatementFault[]
}

/** `Action` and `NotAction` are one shape with a flag, so no code handles them twice; likewise resources. */
export interface Clause {
  /** The element's name as written. */
  readonly key: Located<string>
  /** From the name to the end of the value. */
  readonly span: Span
  readonly negated: boolean
  readonly patterns: readonly Located<string>[]
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'

export interface PrincipalPattern extends Located<string> {
  /** `AWS` too for the bare `"*"`, which means the same as `{"AWS": "*"}`. */
  readonly kind: PrincipalKind
}

export interface PrincipalClause {
  readonly key: Located<string>
  readonly span: Span
  readonly negated: boolean
  readonly patterns: readonly PrincipalPattern[]
}

/** One operator with one key; all of a statement's must hold. */
export interface ConditionClause {
  /** From the key to the end of its values. */
  readonly span: Span
  readonly operatorName: Located<string>
  /** Undefined for a name that is no operator (then there is a fault). */
  readonly operator: ConditionOperator | undefined
  readonly key: Located<string>
  /** Numbers and Booleans are their text. */
  readonly values: readonly Located<string>[]
}

/** The words by which a person knows a statement: its Sid, else its number from one. */
export function statementName(statement: Statement): string {
  return statement.sid?.value ? statement.sid.value : `statement ${statement.index + 1}`
}
