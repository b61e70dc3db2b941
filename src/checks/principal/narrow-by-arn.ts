import type { PrincipalPattern, Statement, TextEdit } from '#policy'
import type { Context } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/**
 * The edits that write a principal with wildcards the way IAM takes it: the account, and a condition on the ARN. Undefined where
 * other principals would fall under the condition as well.
 */
export function narrowByArn(
  { value, span, kind }: PrincipalPattern,
  statement: Statement,
  context: Context,
): readonly TextEdit[] | undefined {
  const { principal, effect } = statement
  if (kind !== 'AWS' || !value.startsWith('arn:') || effect?.value !== 'Allow') return undefined
  if (!principal || principal.negated || principal.patterns.length > 1) return undefined
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/u.exec(value)?.[1]
  const condition = alsoRequire(context, statement, 'ArnLike', 'aws:PrincipalArn', value)
  return condition && [...context.edit.replace(span, account ?? '*'), ...condition]
}
