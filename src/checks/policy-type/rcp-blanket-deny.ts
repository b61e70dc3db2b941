import { accessFix, defineCheck, openingOf } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/** A Deny to everyone without a condition has no way around it. */
export default defineCheck({
  id: 'rcp-blanket-deny',
  severity: 'suggestion',
  appliesTo: ['rcp'],
  peers: ['iam-policy-validator'],
  statement(statement, context) {
    const { effect, conditions, conditionKey, span } = statement
    if (effect?.value !== 'Deny' || conditions.length > 0 || conditionKey) return
    context.report(
      openingOf(span),
      "this denies everyone, the organization's own administrators included. A condition says whom it should meet.",
      {
        fixes: [
          accessFix(
            'Add a condition that spares an administrator role',
            alsoRequire(
              context,
              statement,
              'ArnNotLike',
              'aws:PrincipalArn',
              'arn:aws:iam::*:role/Administrator',
            ),
          ),
        ],
      },
    )
  },
})
