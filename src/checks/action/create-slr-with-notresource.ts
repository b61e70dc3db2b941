import { defineCheck } from '../check.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** iam:CreateServiceLinkedRole by name, for every service but some. */
export default defineCheck({
  id: 'create-slr-with-notresource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'notresource')
    if (!grant) return
    context.report(
      grant.entry.span,
      'iam:CreateServiceLinkedRole with NotResource creates the role of any service but those listed. iam:AWSServiceName says of which.',
    )
  },
})
