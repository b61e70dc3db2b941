import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf, testsKey } from '../condition-clauses.ts'
import { alsoRequire } from '../condition-edits.ts'

/** A boundary around the organization that also shuts out the services working for it. */
export default defineCheck({
  id: 'rcp-missing-service-carve-out',
  severity: 'warning',
  appliesTo: ['rcp'],
  peers: ['iam-policy-validator'],
  statement(statement, context) {
    const { effect, conditions, conditionKey } = statement
    const boundary = conditions.find(
      (clause) =>
        clause.operator?.negated &&
        isKeyOf(clause, 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount'),
    )
    if (effect?.value !== 'Deny' || !boundary || !conditionKey) return
    if (testsKey(statement, 'aws:PrincipalIsAWSService', 'aws:PrincipalServiceName')) return
    context.report(
      conditionKey.span,
      `an AWS service that calls as itself belongs to no organization, so this denies its calls too. "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } beside it spares them.`,
      {
        related: [{ span: boundary.key.span, message: 'the boundary' }],
        fixes: [
          accessFix(
            'Add a condition on aws:PrincipalIsAWSService',
            alsoRequire(context, statement, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'false'),
          ),
        ],
      },
    )
  },
})
