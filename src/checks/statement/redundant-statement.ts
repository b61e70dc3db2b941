import { statementName } from '#policy'
import { defineCheck, fix, openingOf } from '../check.ts'
import { coversStatement } from '../statement-cover.ts'

/** Two statements that say the same: the later one is superfluous. */
export default defineCheck({
  id: 'redundant-statement',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  document({ statements }, context) {
    const { edit, lineAt, report } = context
    const covers = coversStatement(context)
    statements.forEach((statement, index) => {
      const earlier = statements
        .slice(0, index)
        .find(
          (other) =>
            other.effect?.value === statement.effect?.value &&
            covers(other, statement) &&
            covers(statement, other),
        )
      if (!earlier) return
      report(
        openingOf(statement.span),
        `this statement says the same as ${statementName(earlier)} in line ${lineAt(earlier.span.start)}.`,
        {
          related: [{ span: openingOf(earlier.span), message: 'the first one' }],
          fixes: [fix('Delete this statement', edit.deleteItems([statement.span]))],
        },
      )
    })
  },
})
