import { defineCheck } from '../check.ts'
import { foreignIds, reportForeignId } from './network-ids.ts'

/** `aws:SourceVpc` is the id of a VPC. */
export default defineCheck({
  id: 'invalid-vpc-format',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context) {
    for (const value of foreignIds(clause, 'aws:SourceVpc', 'vpc-'))
      reportForeignId(value, clause, 'vpc-…', context)
  },
})
