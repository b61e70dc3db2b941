import { defineCheck, fix } from '../check.ts'
import { networkOf, readIpRange } from '../ip-ranges.ts'

/** `203.0.113.77/24`: what stands beyond the prefix counts for nothing. */
export default defineCheck({
  id: 'improve-ip-range',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ operator, values }, { edit, report }) {
    if (operator?.entry.family !== 'ip') return
    for (const { value, span } of values) {
      const range = readIpRange(value)
      const network = 'flaw' in range ? undefined : networkOf(range)
      if (network === undefined) continue
      report(
        span,
        `"${value}" is the whole range ${network}: only the first ${value.split('/')[1] ?? ''} bits of the address count.`,
        { fixes: [fix(`Change to "${network}"`, edit.replace(span, network))] },
      )
    }
  },
})
