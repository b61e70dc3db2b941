import { statementName } from '#policy'
import { defineCheck, fix, openingOf } from '../check.ts'
import { coversStatement } from '../statement-cover.ts'

/** An Allow all of which an unconditional Deny of the same policy takes back. */
export default defineCheck({
  id: 'allow-fully-denied',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  document({ statements }, context) {
    const { edit, lineAt, report } = context
    const covers = coversStatement(context)
    const denies = statements.filter(
      ({ effect, conditions, conditionKey }) =>
        effect?.value === 'Deny' && conditions.length === 0 && !conditionKey,
    )
    for (const statement of statements) {
      if (statement.effect?.value !== 'Allow') continue
      const deny = denies.find((other) => covers(other, statement))
      if (!deny) continue
      report(
        openingOf(statement.span),
        `${statementName(deny)} in line ${lineAt(deny.span.start)} denies all that this statement allows, and a Deny always wins.`,
        {
          related: [{ span: openingOf(deny.span), message: 'denies it' }],
          fixes: [fix('Delete this statement', edit.deleteItems([statement.span]))],
        },
      )
    }
  },
})
