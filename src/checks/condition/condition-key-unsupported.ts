import { nearestName } from '#policy'
import { keysOfAction } from '#reference'
import { whatFollows } from '../absent-key.ts'
import { knownEntries } from '../action-meaning.ts'
import { carriersOf, fillersOf, tagFamilyOf } from '../carried-keys.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { knownKey, renameKey } from '../condition-keys.ts'
import { listed } from '../wording.ts'

/** A key that no action of the statement ever carries. */
export default defineCheck({
  id: 'condition-key-unsupported',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'iam-policy-validator'],
  needs: 'details',
  condition(clause, context, statement) {
    const carriers = carriersOf(context, statement, clause)
    if (!carriers || carriers.carrying.length > 0 || carriers.lacking.length === 0) return
    const { value, span } = clause.key
    const name = knownKey(context, clause)?.name.includes('${')
      ? value
      : (knownKey(context, clause)?.name ?? value)
    const fillers = tagFamilyOf(value) ? [] : fillersOf(context, value)
    // Nobody is listed with it: that is a gap in AWS's lists. One alone is a case of its own.
    if (!tagFamilyOf(value) && fillers.length < 2) return
    const only =
      fillers.length > 0
        ? `${name} is in the requests of ${listed(fillers.map(({ id }) => id))} only.`
        : `AWS lists ${name} with none of these actions.`
    const lacking = listed(carriers.lacking.map((entry) => entry.value))
    const near = nearestCarried(context, statement, value)
    context.report(
      span,
      `${only} For ${lacking} the key is always absent, ${whatFollows(statement, clause)}.`,
      {
        fixes: [
          near
            ? accessFix(`Change to "${near}"`, renameKey(context, statement, clause, near))
            : undefined,
        ],
      },
    )
  },
})

/** The nearest key that every action of the statement carries. */
function nearestCarried(
  context: Context,
  statement: Parameters<typeof knownEntries>[1],
  written: string,
): string | undefined {
  const [first, ...others] = knownEntries(context, statement).flatMap(({ meaning }) =>
    meaning.kind === 'actions'
      ? meaning.actions.map(({ id }) => {
          const keys = keysOfAction(context.reference, id)
          return typeof keys === 'string' ? [] : keys.map(({ name }) => name)
        })
      : [],
  )
  const common = first?.filter((name) => others.every((names) => names.includes(name))) ?? []
  return nearestName(
    written,
    common.filter((name) => !name.includes('${')),
  )
}
