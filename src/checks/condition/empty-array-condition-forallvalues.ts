import { defineCheck, fix } from '../check.ts'
import { emptyValues, requireAbsent } from './empty-values.ts'

/** ForAllValues with an empty list. */
export default defineCheck({
  id: 'empty-array-condition-forallvalues',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    if (emptyValues(clause, context) !== 'forAllValues' || clause.operator?.negated) return
    context.report(
      clause.key.span,
      `${clause.operatorName.value} with an empty list holds only when the request carries no ${clause.key.value}. Null says that in so many words.`,
      { fixes: [fix('Use Null instead', requireAbsent(clause, statement, context))] },
    )
  },
})
