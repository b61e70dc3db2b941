import { defineCheck, fix } from '../check.ts'
import { elementOf } from '../elements.ts'

/** A Condition, or an operator in it, without anything to compare. */
export default defineCheck({
  id: 'empty-object-condition',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report } = context
    const condition = elementOf(context, statement, 'Condition')
    if (condition?.value?.kind !== 'object') return
    const operators = condition.value.members
    if (operators.length === 0)
      report(condition.key.span, '"Condition" is empty: it restricts nothing.', {
        fixes: [fix('Delete it', edit.deleteMembers([condition.key.span]))],
      })
    for (const { key, value } of operators) {
      if (value?.kind !== 'object' || value.members.length > 0) continue
      const whole = operators.length === 1 ? condition.key.span : key.span
      report(key.span, `"${key.value}" is empty: it restricts nothing.`, {
        fixes: [fix('Delete it', edit.deleteMembers([whole]))],
      })
    }
  },
})
