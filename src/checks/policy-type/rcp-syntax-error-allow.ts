import { defineCheck } from '../check.ts'
import { isFullAccess } from './rcp-full-access.ts'

/** A resource control policy only takes away. */
export default defineCheck({
  id: 'rcp-syntax-error-allow',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement(statement, { report }) {
    const { effect } = statement
    if (effect?.value !== 'Allow' || isFullAccess(statement)) return
    report(
      effect.span,
      'a resource control policy takes Deny only; the one Allow is in RCPFullAWSAccess, which AWS attaches itself. Write a Deny with the opposite condition.',
    )
  },
})
