import { whatFollows } from '../absent-key.ts'
import { carriersOf } from '../carried-keys.ts'
import { accessFix, defineCheck } from '../check.ts'
import { moveActions, withoutKey } from '../statement-edits.ts'
import { listed } from '../wording.ts'

/** A key that some actions of the statement carry and others never do. */
export default defineCheck({
  id: 'unsupported-action-for-condition-key',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'iam-policy-validator'],
  needs: 'details',
  condition(clause, context, statement) {
    // IfExists says that the author thought of requests without the key.
    if (clause.operator?.ifExists) return
    const carriers = carriersOf(context, statement, clause)
    if (!carriers || carriers.carrying.length === 0 || carriers.lacking.length === 0) return
    const { value, span } = clause.key
    const quoted = carriers.lacking.map((entry) => `"${entry.value}"`)
    const scope = quoted.length === 1 ? 'it goes' : 'they go'
    context.report(
      span,
      `requests of ${listed(quoted)} never carry ${value}, ${whatFollows(statement, clause)} as far as ${scope}. The other actions of the statement do carry it.`,
      {
        fixes: [
          accessFix(
            `Move ${quoted.length === 1 ? (quoted[0] ?? '') : `${quoted.length} actions`} to a statement without ${value}`,
            moveActions(context, statement, carriers.lacking, (copy) =>
              withoutKey(copy, clause.operatorName.value, value),
            ),
          ),
        ],
      },
    )
  },
})
