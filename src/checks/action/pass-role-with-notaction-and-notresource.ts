import { defineCheck } from '../check.ts'
import { exceptAction } from './role-edits.ts'
import { passRoleGrant } from './role-grants.ts'

/** iam:PassRole that a NotAction leaves in, on every role but some. */
export default defineCheck({
  id: 'pass-role-with-notaction-and-notresource',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'notaction-and-notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      'NotAction leaves iam:PassRole in, and with NotResource that hands any role but those listed to any service that may assume it.',
      { fixes: [exceptAction(context, grant, 'iam:PassRole')] },
    )
  },
})
