import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'

/** An Allow with MFA by `BoolIfExists`: long-term credentials carry no such key, so they pass. */
export default defineCheck({
  id: 'mfa-allow-with-if-exists',
  severity: 'security',
  appliesTo: ['identity', 'resource', 'trust'],
  peers: ['parliament', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { key, operator, values } = clause
    if (statement.effect?.value !== 'Allow' || operator?.base !== 'Bool' || !operator.ifExists)
      return
    if (!isKeyOf(clause, 'aws:MultiFactorAuthPresent')) return
    if (!values.some(({ value }) => value.toLowerCase() === 'true')) return
    context.report(
      key.span,
      `long-term access keys carry no "${key.value}", and BoolIfExists lets an absent key pass: they are allowed without MFA. Bool demands the key.`,
      { fixes: [accessFix('Change to Bool', changeOperator(context, statement, clause, 'Bool'))] },
    )
  },
})
