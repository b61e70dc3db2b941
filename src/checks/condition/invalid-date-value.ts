import { accessFix, defineCheck } from '../check.ts'
import { readDate } from './dates.ts'

/** A date that IAM reads, though perhaps not as the author does. */
export default defineCheck({
  id: 'invalid-date-value',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ operator, values }, { edit, report }) {
    if (operator?.entry.family !== 'date') return
    for (const { value, span } of values) {
      const reading = readDate(value)
      if (reading.kind !== 'ambiguous') continue
      report(
        span,
        `"${value}" can be read two ways: ${reading.why}. A full date such as "${reading.instant}" leaves no doubt.`,
        {
          fixes: [accessFix(`Change to "${reading.instant}"`, edit.replace(span, reading.instant))],
        },
      )
    }
  },
})
