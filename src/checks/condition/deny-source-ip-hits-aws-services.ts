import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf, testsKey } from '../condition-clauses.ts'
import { alsoRequire } from '../condition-edits.ts'

/** Keys that set calls made by AWS services apart. */
const serviceKeys = [
  'aws:ViaAWSService',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:PrincipalIsAWSService',
]

/** A Deny by address also meets the calls a service makes for the user, which come from the service's address. */
export default defineCheck({
  id: 'deny-source-ip-hits-aws-services',
  severity: 'suggestion',
  appliesTo: ['identity', 'scp'],
  peers: [],
  condition(clause, context, statement) {
    const { operator, key } = clause
    if (statement.effect?.value !== 'Deny' || operator?.name !== 'NotIpAddress') return
    if (!isKeyOf(clause, 'aws:SourceIp') || testsKey(statement, ...serviceKeys)) return
    context.report(
      key.span,
      `calls that an AWS service makes for the principal come from the service's own address, so this denies them too. "Bool": { "aws:ViaAWSService": "false" } beside it spares them.`,
      {
        fixes: [
          accessFix(
            'Add a condition on aws:ViaAWSService',
            alsoRequire(context, statement, 'Bool', 'aws:ViaAWSService', 'false'),
          ),
        ],
      },
    )
  },
})
