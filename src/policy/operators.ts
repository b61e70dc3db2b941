/**
 * The condition operators, as a table: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * `family` says how values are compared, `negates` which positive operator this one is the opposite of,
 * `wildcards` whether `*` and `?` stand for other characters, `variables` whether `${…}` is replaced.
 */
export interface OperatorEntry {
  readonly family: 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null'
  readonly negates?: string
  readonly wildcards?: true
  readonly variables?: true
}

export const operators = {
  StringEquals: { family: 'string', variables: true },
  StringNotEquals: { family: 'string', negates: 'StringEquals', variables: true },
  StringEqualsIgnoreCase: { family: 'string', variables: true },
  StringNotEqualsIgnoreCase: {
    family: 'string',
    negates: 'StringEqualsIgnoreCase',
    variables: true,
  },
  StringLike: { family: 'string', wildcards: true, variables: true },
  StringNotLike: { family: 'string', negates: 'StringLike', wildcards: true, variables: true },
  NumericEquals: { family: 'numeric' },
  NumericNotEquals: { family: 'numeric', negates: 'NumericEquals' },
  NumericLessThan: { family: 'numeric' },
  NumericLessThanEquals: { family: 'numeric' },
  NumericGreaterThan: { family: 'numeric' },
  NumericGreaterThanEquals: { family: 'numeric' },
  DateEquals: { family: 'date' },
  DateNotEquals: { family: 'date', negates: 'DateEquals' },
  DateLessThan: { family: 'date' },
  DateLessThanEquals: { family: 'date' },
  DateGreaterThan: { family: 'date' },
  DateGreaterThanEquals: { family: 'date' },
  // AWS's operator page lists variables for Bool, its variables page does not; semantics.md 14.7 replaces them.
  Bool: { family: 'bool', variables: true },
  BinaryEquals: { family: 'binary' },
  IpAddress: { family: 'ip' },
  NotIpAddress: { family: 'ip', negates: 'IpAddress' },
  ArnEquals: { family: 'arn', wildcards: true, variables: true },
  ArnNotEquals: { family: 'arn', negates: 'ArnEquals', wildcards: true, variables: true },
  ArnLike: { family: 'arn', wildcards: true, variables: true },
  ArnNotLike: { family: 'arn', negates: 'ArnLike', wildcards: true, variables: true },
  Null: { family: 'null' },
} as const satisfies Record<string, OperatorEntry>

export type OperatorName = keyof typeof operators

/** The operators that say what must be; each has a matcher, and the others are their opposites. */
export type PositiveOperator = {
  [Name in OperatorName]: (typeof operators)[Name] extends { readonly negates: string }
    ? never
    : Name
}[OperatorName]
