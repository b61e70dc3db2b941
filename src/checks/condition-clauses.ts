import type { ConditionClause, ConditionOperator, Statement } from '#policy'

/** Keys are compared without case; a tag key ends in `/` and then stands for every tag. */
export function isKeyOf(clause: ConditionClause, ...keys: readonly string[]): boolean {
  const lower = clause.key.value.toLowerCase()
  return keys.some((key) => {
    const wanted = key.toLowerCase()
    return wanted.endsWith('/') ? lower.startsWith(wanted) : lower === wanted
  })
}

/** Whether any condition of the statement is on one of these keys. */
export function testsKey({ conditions }: Statement, ...keys: readonly string[]): boolean {
  return conditions.some((clause) => isKeyOf(clause, ...keys))
}

/**
 * Whether a clause lets in only certain values of its key: it names what must be, the key must be there, and the values are not just
 * anything. A negated operator leaves nearly everyone in, and `IfExists` and `ForAllValues` let in whoever has no such key.
 */
export function narrows({ operator, values }: ConditionClause): boolean {
  if (!operator || operator.negated || operator.ifExists || operator.set === 'ForAllValues')
    return false
  if (operator.base === 'Null') return false
  return !values.some(({ value }) => isAnything(value))
}

/** `*`, `?*`, `arn:*:*:*:*:*`, `0.0.0.0/0`: a value that every request has. */
function isAnything(value: string): boolean {
  return (
    /^[*?]+$/u.test(value) ||
    /^arn(?::\*){5}$/u.test(value) ||
    /^(?:0\.0\.0\.0|::)\/0$/u.test(value)
  )
}

/** The name of an operator put together again: `ForAnyValue:StringLikeIfExists`. */
export function operatorText(
  { set, ifExists }: Pick<ConditionOperator, 'set' | 'ifExists'>,
  name: string,
): string {
  return `${set ? `${set}:` : ''}${name}${ifExists ? 'IfExists' : ''}`
}

/** Whether a value holds a variable or a placeholder, so that nobody knows what it will be. */
export function isOpen(value: string): boolean {
  return /\$\{|\{\{|<[^>]*>/u.test(value)
}
