import type { ConditionClause, Statement, TextEdit } from '#policy'
import { findConditionKey, type ConditionKey, type Found } from '#reference'
import { oncePerRun, type Context, type SourceContext } from './check.ts'

/**
 * Whether a name is written as a key of AWS: not one without a colon, with a placeholder or a variable, or a claim of an OpenID Connect
 * issuer. An issuer is a domain, and takes any claim.
 */
export function isAwsKey(written: string): boolean {
  return /^[^:.\s/${}<>]+:[^\s${}<>]+$/u.test(written)
}

/** The key that a clause tests, looked up once for a run. */
export const keyOf = oncePerRun((context: SourceContext) => {
  const known = new Map<string, Found<ConditionKey>>()
  return ({ key: { value } }: ConditionClause): Found<ConditionKey> => {
    const lower = value.toLowerCase()
    const found = known.get(lower) ?? findConditionKey(context.reference, value)
    known.set(lower, found)
    return found
  }
})

/** The key that a clause tests, if it is one of AWS's and its facts are there. */
export function knownKey(
  context: SourceContext,
  clause: ConditionClause,
): ConditionKey | undefined {
  const found = isAwsKey(clause.key.value) ? keyOf(context)(clause) : 'unknown'
  return typeof found === 'string' ? undefined : found
}

/** The edits that write another key in the place of one; undefined where that operator has it already. */
export function renameKey(
  { edit }: Context,
  statement: Statement,
  { operatorName, key }: ConditionClause,
  name: string,
): readonly TextEdit[] | undefined {
  const taken = statement.conditions.some(
    (clause) =>
      clause.operatorName.span.start === operatorName.span.start &&
      clause.key.span.start !== key.span.start &&
      clause.key.value.toLowerCase() === name.toLowerCase(),
  )
  return taken ? undefined : edit.replace(key.span, name)
}
