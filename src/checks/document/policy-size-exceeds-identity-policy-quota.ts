import { defineCheck } from '../check.ts'
import { reportTooLong } from './size.ts'

/** An identity policy or boundary longer than a managed policy can be. */
export default defineCheck({
  id: 'policy-size-exceeds-identity-policy-quota',
  severity: 'warning',
  appliesTo: ['identity', 'boundary'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  document(_document, context) {
    reportTooLong(
      context,
      'warning',
      'Inline policies share another quota: 2,048 for a user, 5,120 for a group, 10,240 for a role.',
    )
  },
})
