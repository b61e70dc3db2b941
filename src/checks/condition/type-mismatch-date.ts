import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'
import { readDate } from './dates.ts'

/** A date that IAM cannot read never matches. */
export default defineCheck({
  id: 'type-mismatch-date',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  condition({ operator, values }, { edit, report }) {
    if (operator?.entry.family !== 'date') return
    for (const { value, span } of values) {
      const reading = readDate(value)
      if (reading.kind !== 'unreadable' || isOpen(value)) continue
      const { iso } = reading
      report(
        span,
        `"${value}" is no date that IAM can read, so ${operator.name} never matches. Write it as ISO 8601: ${iso ?? '2026-12-31T23:59:59Z'}.`,
        { fixes: iso ? [accessFix(`Change to "${iso}"`, edit.replace(span, iso))] : [] },
      )
    }
  },
})
