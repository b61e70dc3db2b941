import { defineCheck } from '../check.ts'
import { reportRepeatedSids } from './sids.ts'

/** One Sid for two statements, where AWS refuses that. */
export default defineCheck({
  id: 'unique-sids-required',
  severity: 'error',
  appliesTo: ['identity', 'boundary', 'session', 'scp', 'rcp'],
  peers: ['Access Analyzer', 'parliament'],
  document(document, context) {
    reportRepeatedSids(document, context, 'AWS refuses a policy that has a Sid twice.')
  },
})
