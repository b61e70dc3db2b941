import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** A resource control policy longer than AWS Organizations stores. */
export default defineCheck({
  id: 'policy-size-exceeds-rcp-quota',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  document(_document, context) {
    reportTooLong(context, 'error', 'AWS Organizations refuses a longer one.')
  },
})
