import { defineCheck, fix } from '../check.ts'
import { privateAddresses } from './private-addresses.ts'

/** Private ranges excluded beside public ones: no request comes from them anyway. */
export default defineCheck({
  id: 'private-notipaddress-subset',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, { edit, report }) {
    const found = privateAddresses(clause)
    if (!found || found.all || !found.negated) return
    const all = found.ranges.map((range) => range.span)
    for (const { value, span } of found.ranges)
      report(
        span,
        `"${value}" is a private range. aws:SourceIp holds public addresses only, so this entry excludes nobody.`,
        {
          fixes: [
            fix('Delete it', edit.deleteItems([span])),
            all.length > 1 ? fix('Delete all private ranges', edit.deleteItems(all)) : undefined,
          ],
        },
      )
  },
})
