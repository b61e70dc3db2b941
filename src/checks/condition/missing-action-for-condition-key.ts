import { whatFollows } from '../absent-key.ts'
import { carriersOf, fillersOf, tagFamilyOf } from '../carried-keys.ts'
import { accessFix, defineCheck } from '../check.ts'

/** A key that one action alone carries, in a statement without that action. */
export default defineCheck({
  id: 'missing-action-for-condition-key',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  needs: 'details',
  condition(clause, context, statement) {
    const carriers = carriersOf(context, statement, clause)
    if (!carriers || carriers.carrying.length > 0 || carriers.lacking.length === 0) return
    const { value, span } = clause.key
    const [filler, ...others] = tagFamilyOf(value) ? [] : fillersOf(context, value)
    if (!filler || others.length > 0 || !statement.action) return
    const list = context.edit.valueOf(statement.action.key.span)
    context.report(
      span,
      `only requests of ${filler.id} carry ${value}, and this statement does not list that action. For its own actions the key is always absent, ${whatFollows(statement, clause)}.`,
      {
        fixes: [
          list
            ? accessFix(`Add "${filler.id}"`, context.edit.addItems(list, [filler.id]))
            : undefined,
        ],
      },
    )
  },
})
