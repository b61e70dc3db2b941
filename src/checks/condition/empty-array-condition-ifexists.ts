import { defineCheck, fix } from '../check.ts'
import { emptyValues, requireAbsent } from './empty-values.ts'

/** An operator with IfExists and an empty list. */
export default defineCheck({
  id: 'empty-array-condition-ifexists',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    if (emptyValues(clause, context) !== 'ifExists' || clause.operator?.negated) return
    context.report(
      clause.key.span,
      `${clause.operatorName.value} with an empty list holds only when ${clause.key.value} is not in the request. Null says that in so many words.`,
      { fixes: [fix('Use Null instead', requireAbsent(clause, statement, context))] },
    )
  },
})
