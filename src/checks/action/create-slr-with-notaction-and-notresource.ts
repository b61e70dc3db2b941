import { defineCheck } from '../check.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** iam:CreateServiceLinkedRole that a NotAction leaves in, for every service but some. */
export default defineCheck({
  id: 'create-slr-with-notaction-and-notresource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'notaction-and-notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      'NotAction leaves iam:CreateServiceLinkedRole in, and with NotResource that creates the role of any service but those listed.',
    )
  },
})
