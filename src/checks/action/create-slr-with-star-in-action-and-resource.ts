import { defineCheck } from '../check.ts'
import { expandWithout } from './role-edits.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** A wildcard that includes iam:CreateServiceLinkedRole, for every service. */
export default defineCheck({
  id: 'create-slr-with-star-in-action-and-resource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'star-in-action-and-resource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `"${grant.entry.value}" includes iam:CreateServiceLinkedRole, and on "${grant.resource.value}" that creates the role of any service.`,
      { fixes: [expandWithout(context, grant, 'iam:CreateServiceLinkedRole')] },
    )
  },
})
