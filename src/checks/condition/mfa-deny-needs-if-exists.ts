import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'

/** A Deny without MFA by `Bool`: long-term credentials carry no such key, so they are not denied. */
export default defineCheck({
  id: 'mfa-deny-needs-if-exists',
  severity: 'security',
  appliesTo: ['identity', 'resource', 'boundary', 'session', 'scp'],
  peers: ['parliament', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { key, operator, values } = clause
    if (statement.effect?.value !== 'Deny' || operator?.base !== 'Bool' || operator.ifExists) return
    if (!isKeyOf(clause, 'aws:MultiFactorAuthPresent')) return
    if (!values.some(({ value }) => value.toLowerCase() === 'false')) return
    // Another Deny may be the one for requests without the key.
    const deniedElsewhere = context.document.statements.some(
      (other) =>
        other.effect?.value === 'Deny' &&
        other.conditions.some(
          (tested) =>
            tested.operator?.base === 'Null' && isKeyOf(tested, 'aws:MultiFactorAuthPresent'),
        ),
    )
    if (deniedElsewhere) return
    context.report(
      key.span,
      `long-term access keys carry no "${key.value}", so Bool does not match and they are not denied. BoolIfExists denies them as well.`,
      {
        fixes: [
          accessFix(
            'Change to BoolIfExists',
            changeOperator(context, statement, clause, 'BoolIfExists'),
          ),
        ],
      },
    )
  },
})
