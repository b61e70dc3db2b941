import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** A resource policy longer than its service stores. */
export default defineCheck({
  id: 'policy-size-exceeds-resource-policy-quota',
  severity: 'warning',
  appliesTo: ['resource'],
  peers: ['Access Analyzer'],
  document(_document, context) {
    reportTooLong(context, 'warning', 'The service refuses a longer one.')
  },
})
