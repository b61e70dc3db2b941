import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** A service control policy longer than AWS Organizations stores. */
export default defineCheck({
  id: 'policy-size-exceeds-scp-quota',
  severity: 'error',
  appliesTo: ['scp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  document(_document, context) {
    reportTooLong(context, 'error', 'AWS Organizations refuses a longer one.')
  },
})
