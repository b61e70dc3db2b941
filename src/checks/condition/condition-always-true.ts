import { defineCheck, fix } from '../check.ts'
import { deleteClause } from './empty-values.ts'

/** A part of a condition that every request satisfies. */
export default defineCheck({
  id: 'condition-always-true',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  condition(clause, context, statement) {
    const { operator, operatorName, key, values } = clause
    if (!operator || operator.negated || values.length === 0) return
    const any = values.find(({ value }) =>
      operator.base === 'StringLike'
        ? /^\*+$/u.test(value)
        : operator.entry.family === 'arn' && /^arn(?::\*+){5}$/u.test(value),
    )
    const asksNothing = any && (operator.ifExists || operator.set === 'ForAllValues')
    const both =
      operator.base === 'Null' &&
      !operator.set &&
      new Set(values.map(({ value }) => value.toLowerCase())).size > 1
    if (!asksNothing && !both) return
    context.report(
      key.span,
      both
        ? `Null with both "true" and "false" holds whether "${key.value}" is there or not. It restricts nothing.`
        : `${operatorName.value} "${any?.value ?? ''}" holds for every value of "${key.value}", and without one. It restricts nothing.`,
      { fixes: [fix('Delete this part', deleteClause(clause, statement, context))] },
    )
  },
})
