import { accessFix, defineCheck, fix } from '../check.ts'
import { deleteClause, emptyValues } from './empty-values.ts'

/** A condition key with an empty list under an ordinary operator. */
export default defineCheck({
  id: 'empty-array-condition',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    if (emptyValues(clause, context) !== 'plain') return
    const always = clause.operator?.negated === true
    const deletion = deleteClause(clause, statement, context)
    context.report(
      clause.key.span,
      `${clause.key.value} has an empty list of values. ${
        always
          ? `${clause.operatorName.value} then always holds, so it restricts nothing.`
          : `${clause.operatorName.value} then never holds, so the statement matches no request.`
      }`,
      { fixes: [(always ? fix : accessFix)('Delete the key', deletion)] },
    )
  },
})
