import { accessFix, defineCheck } from '../check.ts'
import { changeOperator } from '../condition-edits.ts'
import { operatorText } from '../condition-clauses.ts'

/** `*` and `?` under `StringEquals` are compared literally. `ArnEquals` is none of this: it does match wildcards. */
export default defineCheck({
  id: 'wildcard-without-like-operator',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    const { operator, values } = clause
    if (operator?.entry.family !== 'string' || operator.entry.wildcards) return
    const like = operatorText(operator, operator.negated ? 'StringNotLike' : 'StringLike')
    for (const { value, span } of values) {
      // `${*}` is the character itself, a question within a URL no wildcard.
      if (!/[*?]/u.test(value.replace(/\$\{[^}]*\}/gu, ''))) continue
      context.report(
        span,
        `${operator.name} compares "${value}" character by character, so ${/\*/u.test(value) ? '"*"' : '"?"'} stands only for itself. ${like} reads it as a wildcard.`,
        {
          fixes: [accessFix(`Change to ${like}`, changeOperator(context, statement, clause, like))],
        },
      )
    }
  },
})
