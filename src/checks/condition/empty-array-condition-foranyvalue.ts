import { defineCheck, fix } from '../check.ts'
import { emptyValues } from './empty-values.ts'

/** ForAnyValue with an empty list. */
export default defineCheck({
  id: 'empty-array-condition-foranyvalue',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    if (emptyValues(clause, context) !== 'forAnyValue' || clause.operator?.negated) return
    const { edit, report } = context
    report(
      clause.key.span,
      `${clause.operatorName.value} with an empty list never holds: no value can be among none. The statement matches no request.`,
      { fixes: [fix('Delete the statement', edit.deleteItems([statement.span]))] },
    )
  },
})
