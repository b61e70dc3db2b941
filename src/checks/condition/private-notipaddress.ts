import { accessFix, defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { privateAddresses } from './private-addresses.ts'

/** `aws:SourceIp` that must not be private: it never is, so the condition always holds. */
export default defineCheck({
  id: 'private-notipaddress',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, { edit, report }, { effect }) {
    const found = privateAddresses(clause)
    if (!found?.all || !found.negated) return
    const verb = effect?.value === 'Deny' ? 'denies' : 'allows'
    report(
      found.span,
      `${listed(found.ranges.map(({ value }) => `"${value}"`))}: aws:SourceIp holds public addresses only, so this is always true and the statement ${verb} everyone. Through a VPC endpoint the private address is in aws:VpcSourceIp.`,
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
