import { companionsOf, findAction } from '#reference'
import { accessFix } from '../check.ts'
import { inclusionOf } from '../granted-actions.ts'
import { addStatementAfter } from '../statement-edits.ts'
import { ofStatement } from './spot.ts'

/** The permissions that a call of the action needs besides its own. */
export const addCompanion = ofStatement((statement, { context, entry }) => {
  const { action } = statement
  if (!entry || !action || action.negated || statement.effect?.value !== 'Allow') return []
  const { document, edit, reference } = context
  const companions = companionsOf(reference, entry.value)
  const list = edit.valueOf(action.key.span)
  if (typeof companions === 'string' || !list) return []
  const missing = companions.filter(
    (companion) =>
      !document.statements.some(
        (other) => other.effect?.value === 'Allow' && inclusionOf(other, companion.action),
      ),
  )
  return missing.map((companion) => {
    const found = findAction(reference, companion.action)
    const isTagging = typeof found !== 'string' && found.accessLevel === 'Tagging'
    return accessFix(
      `Add "${companion.action}", needed ${companion.when}`,
      isTagging
        ? edit.addItems(list, [companion.action])
        : addStatementAfter(context, statement, {
            Effect: 'Allow',
            Action: companion.action,
            Resource: companion.action === 'iam:PassRole' ? 'arn:aws:iam::*:role/*' : '*',
          }),
    )
  })
})
