import { statementName } from '#policy'
import { defineCheck, fix, openingOf } from '../check.ts'
import { coversStatement } from '../statement-cover.ts'

/** A statement that decides nothing, because another one of the same effect matches all it matches and more. */
export default defineCheck({
  id: 'shadowed-statement',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  document({ statements }, context) {
    const { edit, lineAt, report } = context
    const covers = coversStatement(context)
    for (const statement of statements) {
      const wider = statements.find(
        (other) =>
          other !== statement &&
          other.effect?.value === statement.effect?.value &&
          covers(other, statement) &&
          !covers(statement, other),
      )
      if (!wider) continue
      const verb = statement.effect?.value === 'Deny' ? 'denies' : 'allows'
      report(
        openingOf(statement.span),
        `${statementName(wider)} in line ${lineAt(wider.span.start)} already ${verb} all that this statement ${verb}${
          statement.conditions.length > 0 ? ', so the condition here has no effect' : ''
        }.`,
        {
          related: [{ span: openingOf(wider.span), message: 'covers it' }],
          fixes: [fix('Delete this statement', edit.deleteItems([statement.span]))],
        },
      )
    }
  },
})
