import { defineCheck } from '../check.ts'
import { requireFor } from './role-edits.ts'
import { serviceLinkedRoleGrant } from './role-grants.ts'

/** iam:CreateServiceLinkedRole by name, for every service. */
export default defineCheck({
  id: 'create-slr-with-star-in-resource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const grant = serviceLinkedRoleGrant(statement, context, 'star-in-resource')
    if (!grant) return
    context.report(
      grant.entry.span,
      `iam:CreateServiceLinkedRole on "${grant.resource.value}" creates the role of any service, with the permissions that service has given it. iam:AWSServiceName says of which.`,
      { fixes: [requireFor(context, grant, 'iam:AWSServiceName', '<service>.amazonaws.com')] },
    )
  },
})
