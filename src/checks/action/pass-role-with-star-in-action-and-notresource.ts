import { defineCheck } from '../check.ts'
import { passRoleGrant } from './role-grants.ts'

/** A wildcard that includes iam:PassRole, on every role but some. */
export default defineCheck({
  id: 'pass-role-with-star-in-action-and-notresource',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = passRoleGrant(statement, context, 'star-in-action-and-notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `"${grant.entry.value}" includes iam:PassRole, and with NotResource that hands any role but those listed to any service that may assume it.`,
    )
  },
})
