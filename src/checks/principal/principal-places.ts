import type { PrincipalClause, PrincipalPattern, Span } from '#policy'
import type { Context } from '../check.ts'

/** Whether the element is written `"Principal": "*"`, without a map. */
export function isBare({ key }: PrincipalClause, { edit, jsonAt }: Context): boolean {
  const value = edit.valueOf(key.span)
  return value !== undefined && jsonAt(value)?.kind === 'string'
}

/** Where a finding about a principal stands: on its value, and on the element for a bare `"*"`. */
export function placeOf(
  pattern: PrincipalPattern,
  clause: PrincipalClause,
  context: Context,
): Span {
  return isBare(clause, context) ? clause.key.span : pattern.span
}
