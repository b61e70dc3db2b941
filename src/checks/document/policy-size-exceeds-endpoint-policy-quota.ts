import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** An endpoint policy longer than AWS stores. */
export default defineCheck({
  id: 'policy-size-exceeds-endpoint-policy-quota',
  severity: 'error',
  appliesTo: ['endpoint'],
  peers: [],
  document(_document, context) {
    reportTooLong(context, 'error', 'AWS refuses a longer one.')
  },
})
