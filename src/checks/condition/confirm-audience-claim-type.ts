import { accessFix, defineCheck } from '../check.ts'
import { operatorText } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'

/** A set operator on the audience of a token, which nearly always is one. */
export default defineCheck({
  id: 'confirm-audience-claim-type',
  severity: 'suggestion',
  appliesTo: ['trust'],
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    const { operator } = clause
    if (!operator?.set || operator.name === 'Null' || !/:aud$/iu.test(clause.key.value)) return
    const plain = operatorText({ ...operator, set: undefined }, operator.name)
    context.report(
      clause.key.span,
      `the tokens of nearly all providers have one audience, and ${operator.set} is for keys with several. Confirm that "${clause.key.value}" is a list.`,
      {
        fixes: [accessFix(`Change to ${plain}`, changeOperator(context, statement, clause, plain))],
      },
    )
  },
})
