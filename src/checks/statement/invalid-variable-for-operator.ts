import { defineCheck } from '../check.ts'

/** A variable under an operator that replaces none. */
export default defineCheck({
  id: 'invalid-variable-for-operator',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ operator, operatorName, values }, { report }) {
    if (!operator || operator.entry.variables === true) return
    for (const { value, span } of values)
      if (value.includes('${'))
        report(
          span,
          `${operatorName.value} replaces no variables, so "${value}" stays as it is and matches nothing. The String and Arn operators take variables.`,
        )
  },
})
