import { defineCheck } from '../check.ts'
import { reportRepeatedSids } from './sids.ts'

/** One Sid for two statements, where some services refuse that and others do not. */
export default defineCheck({
  id: 'unique-sids-recommended',
  severity: 'warning',
  appliesTo: ['resource', 'trust', 'endpoint'],
  peers: ['Access Analyzer', 'parliament'],
  document(document, context) {
    reportRepeatedSids(
      document,
      context,
      'Some services refuse that, and tools that find a statement by its Sid hit the wrong one.',
    )
  },
})
