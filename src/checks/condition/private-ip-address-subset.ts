import { defineCheck, fix } from '../check.ts'
import { privateAddresses } from './private-addresses.ts'

/** Private ranges among public ones: they let nobody in. */
export default defineCheck({
  id: 'private-ip-address-subset',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, { edit, report }) {
    const found = privateAddresses(clause)
    if (!found || found.all || found.negated) return
    const all = found.ranges.map((range) => range.span)
    for (const { value, span } of found.ranges)
      report(
        span,
        `"${value}" is a private range. aws:SourceIp holds public addresses only, so this entry matches nobody.`,
        {
          fixes: [
            fix('Delete it', edit.deleteItems([span])),
            all.length > 1 ? fix('Delete all private ranges', edit.deleteItems(all)) : undefined,
          ],
        },
      )
  },
})
