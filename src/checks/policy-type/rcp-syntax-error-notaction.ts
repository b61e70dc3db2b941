import { defineCheck } from '../check.ts'

/** A resource control policy lists its actions. */
export default defineCheck({
  id: 'rcp-syntax-error-notaction',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement({ action }, { report }) {
    if (!action?.negated) return
    report(
      action.key.span,
      'a resource control policy takes no "NotAction". List the actions to deny, such as "s3:*".',
    )
  },
})
