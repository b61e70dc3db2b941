import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** A trust policy longer than the default quota. */
export default defineCheck({
  id: 'policy-size-exceeds-role-trust-policy-quota',
  severity: 'warning',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  document(_document, context) {
    reportTooLong(context, 'warning', 'The quota can be raised to 4,096.')
  },
})
