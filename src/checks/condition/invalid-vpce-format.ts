import { defineCheck } from '../check.ts'
import { foreignIds, reportForeignId } from './network-ids.ts'

/** `aws:SourceVpce` is the id of a VPC endpoint. */
export default defineCheck({
  id: 'invalid-vpce-format',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context) {
    for (const value of foreignIds(clause, 'aws:SourceVpce', 'vpce-'))
      reportForeignId(value, clause, 'vpce-…', context)
  },
})
