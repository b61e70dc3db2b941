import { defineCheck } from '../check.ts'
import { narrowToOneRole, requireFor } from './role-edits.ts'
import { likelyServices, passRoleGrant } from './role-grants.ts'

/** iam:PassRole by name, on every role. */
export default defineCheck({
  id: 'pass-role-with-star-in-resource',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'star-in-resource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `iam:PassRole on "${grant.resource.value}" hands any role to any service that may assume it, one with more permissions than the holder included. Name the roles, and the services in iam:PassedToService.`,
      {
        fixes: [
          requireFor(context, grant, 'iam:PassedToService', likelyServices(context)),
          narrowToOneRole(context, grant),
        ],
      },
    )
  },
})
