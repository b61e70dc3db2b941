import { accessFix, defineCheck } from '../check.ts'
import { changeOperator } from '../condition-edits.ts'
import { knownKey } from '../condition-keys.ts'

/** A key with several values under an operator that compares one. */
export default defineCheck({
  id: 'missing-qualifier',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { operator } = clause
    if (!operator || operator.set || operator.name === 'Null') return
    const key = knownKey(context, clause)
    if (!key?.multivalued) return
    const name = clause.operatorName.value
    const choices = ['ForAnyValue', 'ForAllValues'].map((set) => `${set}:${name}`)
    context.report(
      clause.key.span,
      `${clause.key.value} has a list of values, and ${name} compares a single one. ForAnyValue asks whether at least one of them matches, ForAllValues whether all of them do.`,
      {
        // AWS's lists call some keys of services a list that are none.
        ...(!key.global && { severity: 'warning' }),
        fixes: choices.map((choice) =>
          accessFix(`Change to ${choice}`, changeOperator(context, statement, clause, choice)),
        ),
      },
    )
  },
})
