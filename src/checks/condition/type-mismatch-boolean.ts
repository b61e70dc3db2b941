import { nearestName } from '#policy'
import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'

const meant = new Map([
  ['yes', 'true'],
  ['1', 'true'],
  ['on', 'true'],
  ['no', 'false'],
  ['0', 'false'],
  ['off', 'false'],
])

/** `Bool` and `Null` compare with true or false, and nothing else. */
export default defineCheck({
  id: 'type-mismatch-boolean',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  condition({ operator, values }, { edit, report }) {
    if (operator?.base !== 'Bool' && operator?.base !== 'Null') return
    for (const { value, span } of values) {
      const lower = value.toLowerCase()
      if (lower === 'true' || lower === 'false' || isOpen(value)) continue
      const near = meant.get(lower) ?? nearestName(lower, ['true', 'false'])
      report(
        span,
        `"${value}" is neither true nor false${near ? `, did you mean "${near}"?` : '.'} ${operator.name} never matches it.`,
        {
          fixes: near ? [accessFix(`Change to "${near}"`, edit.replace(span, near))] : [],
        },
      )
    }
  },
})
