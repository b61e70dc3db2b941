import { accessFix, defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { privateAddresses } from './private-addresses.ts'

/** `aws:SourceIp` compared with private addresses only: no request comes from one. */
export default defineCheck({
  id: 'private-ip-address',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, { edit, report }) {
    const found = privateAddresses(clause)
    if (!found?.all || found.negated) return
    report(
      found.span,
      `${listed(found.ranges.map(({ value }) => `"${value}"`))}: aws:SourceIp holds public addresses only, so this never matches. Through a VPC endpoint the private address is in aws:VpcSourceIp.`,
      {
        fixes: [
          accessFix(
            'Change the key to aws:VpcSourceIp',
            edit.replace(clause.key.span, 'aws:VpcSourceIp'),
          ),
        ],
      },
    )
  },
})
