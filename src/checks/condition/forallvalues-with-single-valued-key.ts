import { accessFix, defineCheck } from '../check.ts'
import { operatorText } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'
import { knownKey } from '../condition-keys.ts'

/** `ForAllValues` on a key that has one value: all it does is let in requests without the key. */
export default defineCheck({
  id: 'forallvalues-with-single-valued-key',
  severity: 'security',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament community', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { operator } = clause
    if (operator?.set !== 'ForAllValues' || operator.name === 'Null') return
    const key = knownKey(context, clause)
    if (!key || key.multivalued || (!key.global && soundsPlural(key.name))) return
    const plain = operatorText({ ...operator, set: undefined }, operator.name)
    const outcome = statement.effect?.value === 'Deny' ? 'is denied as well' : 'is allowed as well'
    context.report(
      clause.key.span,
      `${clause.key.value} has one value, so all that ForAllValues does is that a request without the key ${outcome}.`,
      {
        fixes: [accessFix(`Change to ${plain}`, changeOperator(context, statement, clause, plain))],
      },
    )
  },
})

/** AWS's lists call some keys of services a single value that are lists, such as `lambda:VpcIds`. */
function soundsPlural(name: string): boolean {
  return /(?:[^su]s|List)$/u.test(name)
}
