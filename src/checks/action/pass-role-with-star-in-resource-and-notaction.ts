import { defineCheck } from '../check.ts'
import { exceptAction } from './role-edits.ts'
import { passRoleGrant } from './role-grants.ts'

/** iam:PassRole that a NotAction leaves in, on every role. */
export default defineCheck({
  id: 'pass-role-with-star-in-resource-and-notaction',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'star-in-resource-and-notaction')
    if (!grant) return
    context.report(
      grant.entry.span,
      `NotAction leaves iam:PassRole in, and on "${grant.resource.value}" that hands any role to any service that may assume it.`,
      { fixes: [exceptAction(context, grant, 'iam:PassRole')] },
    )
  },
})
