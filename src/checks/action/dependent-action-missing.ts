import { splitArn } from '#policy'
import { findServicePrincipal, splitAction } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { missingCompanions } from '../companions.ts'
import { addStatementAfter } from '../statement-edits.ts'

/** An action whose call needs another permission, which is granted nowhere. */
export default defineCheck({
  id: 'dependent-action-missing',
  severity: 'suggestion',
  appliesTo: ['identity'],
  peers: [],
  needs: 'details',
  statement(statement, context) {
    if (statement.effect?.value !== 'Allow') return
    const account = statement.resource?.patterns
      .map(({ value }) => splitArn(value)?.account)
      .find((field) => field)
    const missing = missingCompanions(context, statement, { tagging: false, wildcards: false })
    for (const { companion, entry, action } of missing) {
      const needs = companion.need === 'always' ? 'needs' : 'may need'
      const principal = `${splitAction(action).prefix}.amazonaws.com`
      const isKnown = typeof findServicePrincipal(context.reference, principal) !== 'string'
      context.report(
        entry.span,
        `a call of ${action} ${needs} ${companion.action} ${companion.when}, which is not granted anywhere.`,
        {
          fixes: [
            companion.action === 'iam:PassRole'
              ? accessFix(
                  'Add a statement that allows iam:PassRole',
                  addStatementAfter(context, statement, {
                    Effect: 'Allow',
                    Action: companion.action,
                    Resource: `arn:aws:iam::${account ?? '*'}:role/*`,
                    ...(isKnown && {
                      Condition: { StringEquals: { 'iam:PassedToService': principal } },
                    }),
                  }),
                )
              : undefined,
          ],
        },
      )
    }
  },
})
