import type { ConditionClause } from '#policy'
import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'
import { isKeyOf } from '../condition-clauses.ts'

/** `ForAllValues` is true for a request without the key: of nothing, everything is true. */
export default defineCheck({
  id: 'for-all-values-in-allow-without-null-check',
  severity: 'security',
  appliesTo: ['identity', 'resource', 'trust', 'endpoint'],
  peers: ['iam-policy-validator'],
  condition(clause, context, statement) {
    const { key, operator } = clause
    if (statement.effect?.value !== 'Allow' || operator?.set !== 'ForAllValues') return
    if (operator.base === 'Null') return
    const demanded = statement.conditions.some(
      (other) =>
        demandsPresence(other) &&
        (isKeyOf(other, key.value) ||
          // A request with a tag has that tag's key among its tag keys.
          (isKeyOf(clause, 'aws:TagKeys') && isKeyOf(other, 'aws:RequestTag/'))),
    )
    if (demanded) return
    context.report(
      key.span,
      `${clause.operatorName.value} is true for a request that carries no "${key.value}" at all, so such a request is allowed. "Null": { "${key.value}": "false" } beside it demands the key.`,
      {
        fixes: [
          accessFix(
            `Add a Null check of ${key.value}`,
            alsoRequire(context, statement, 'Null', key.value, 'false'),
          ),
        ],
      },
    )
  },
})

/** Whether the clause fails when its key is absent. */
function demandsPresence({ operator, values }: ConditionClause): boolean {
  if (!operator || operator.ifExists) return false
  if (operator.base === 'Null') return values.every(({ value }) => value.toLowerCase() === 'false')
  return operator.set === 'ForAnyValue' || (operator.set === undefined && !operator.negated)
}
