import { defineCheck } from '../check.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** A wildcard that includes iam:CreateServiceLinkedRole, for every service but some. */
export default defineCheck({
  id: 'create-slr-with-star-in-action-and-notresource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'star-in-action-and-notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `"${grant.entry.value}" includes iam:CreateServiceLinkedRole, and with NotResource that creates the role of any service but those listed.`,
    )
  },
})
