import { defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'
import { readIpRange } from '../ip-ranges.ts'

/** `IpAddress` compares with addresses and CIDR ranges. */
export default defineCheck({
  id: 'type-mismatch-ip-range',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  condition({ operator, values }, { report }) {
    if (operator?.entry.family !== 'ip') return
    for (const { value, span } of values) {
      const range = readIpRange(value)
      if ('flaw' in range && !isOpen(value))
        report(
          span,
          `"${value}" is no IP address or CIDR range: ${range.flaw}. ${operator.negated ? 'No address is in it.' : 'It never matches.'}`,
        )
    }
  },
})
