import { defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'

/** A `Numeric` operator compares numbers; a word never matches. */
export default defineCheck({
  id: 'type-mismatch-number',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  condition({ operator, values }, { report }) {
    if (operator?.entry.family !== 'numeric') return
    for (const { value, span } of values)
      if (!/^[+-]?\d+(?:\.\d+)?$/u.test(value) && !isOpen(value))
        report(
          span,
          `"${value}" is no number, so ${operator.name} never matches it. Write digits only, such as 3600.`,
        )
  },
})
