import { defineCheck } from '../check.ts'
import { expandWithout } from './role-edits.ts'
import { passRoleGrant } from './role-grants.ts'

/** A wildcard that includes iam:PassRole, on every role. */
export default defineCheck({
  id: 'pass-role-with-star-in-action-and-resource',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'star-in-action-and-resource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `"${grant.entry.value}" includes iam:PassRole, and on "${grant.resource.value}" that hands any role to any service that may assume it.`,
      { fixes: [expandWithout(context, grant, 'iam:PassRole')] },
    )
  },
})
