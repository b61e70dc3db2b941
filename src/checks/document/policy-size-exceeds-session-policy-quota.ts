import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** A session policy longer than the calls that take one allow. */
export default defineCheck({
  id: 'policy-size-exceeds-session-policy-quota',
  severity: 'error',
  appliesTo: ['session'],
  peers: [],
  document(_document, context) {
    reportTooLong(context, 'error', 'The call that opens the session is refused.')
  },
})
