import { splitArn, type OperatorName } from '#policy'
import { accessFix, defineCheck } from '../check.ts'
import { operatorText } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'
import { knownKey } from '../condition-keys.ts'

/** An ARN compared as if it were any text. */
export default defineCheck({
  id: 'string-like-operator-with-arn-condition-keys',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  condition(clause, context, statement) {
    const { operator, values } = clause
    if (operator?.entry.family !== 'string' || knownKey(context, clause)?.type !== 'arn') return
    const name: OperatorName = operator.negated ? 'ArnNotLike' : 'ArnLike'
    const written = operatorText(operator, name)
    // A value that is no whole ARN would never match any more.
    const whole = values.every(({ value }) => splitArn(value))
    context.report(
      clause.key.span,
      `${clause.key.value} is an ARN. ${name} compares it part by part; ${clause.operatorName.value} compares plain text, where "*" runs across colons if it is a wildcard at all.`,
      {
        fixes: [
          whole
            ? accessFix(`Change to ${written}`, changeOperator(context, statement, clause, written))
            : undefined,
        ],
      },
    )
  },
})
