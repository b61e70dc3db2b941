import type { ConditionClause, Statement } from '#policy'

/** Whether a condition holds for a request that does not carry its key; undefined for an operator that is none. */
export function holdsWithoutKey({ operator, values }: ConditionClause): boolean | undefined {
  if (!operator) return undefined
  if (operator.name === 'Null') return values.some(({ value }) => value.toLowerCase() === 'true')
  if (operator.ifExists || operator.set === 'ForAllValues') return true
  return operator.set === undefined && operator.negated
}

/** What follows from a key being in none of the statement's requests, as the end of a sentence: `so this Allow never grants`. */
export function whatFollows(statement: Statement, clause: ConditionClause): string {
  const allows = statement.effect?.value !== 'Deny'
  switch (holdsWithoutKey(clause)) {
    case true:
      return allows
        ? 'so the condition always holds and this Allow is not limited by it'
        : 'so the condition always holds and this Deny always denies'
    case false:
      return allows ? 'so this Allow never grants' : 'so this Deny never applies'
    case undefined:
      return 'so the condition tests nothing'
  }
}
