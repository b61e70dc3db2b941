import { defineCheck } from '../check.ts'
import { narrowToOneRole } from './role-edits.ts'
import { passRoleGrant } from './role-grants.ts'

/** iam:PassRole by name, on every role but some. */
export default defineCheck({
  id: 'pass-role-with-notresource',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      'iam:PassRole with NotResource hands any role but those listed to any service that may assume it, roles made later included.',
      { fixes: [narrowToOneRole(context, grant)] },
    )
  },
})
