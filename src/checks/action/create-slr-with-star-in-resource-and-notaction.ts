import { defineCheck } from '../check.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** iam:CreateServiceLinkedRole that a NotAction leaves in, for every service. */
export default defineCheck({
  id: 'create-slr-with-star-in-resource-and-notaction',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'star-in-resource-and-notaction')
    if (!grant) return
    context.report(
      grant.entry.span,
      `NotAction leaves iam:CreateServiceLinkedRole in, and on "${grant.resource.value}" that creates the role of any service.`,
    )
  },
})
