import { hasWildcard, meaningOf } from '../action-meaning.ts'
import { fix } from '../check.ts'
import { ofStatement } from './spot.ts'

/** More than this nobody reads, and no policy has room for it. */
const most = 500

/** `s3:Get*` becomes the actions it matches today. */
export const expandWildcard = ofStatement((statement, { context, entry }) => {
  if (!entry || !hasWildcard(entry.value) || context.reference.names === undefined) return []
  const meaning = meaningOf(context)(entry.value)
  if (meaning.kind !== 'actions' || meaning.actions.length > most) return []
  const others = new Set(
    statement.action?.patterns
      .filter((pattern) => pattern !== entry)
      .map(({ value }) => value.toLowerCase()),
  )
  const ids = meaning.actions.map(({ id }) => id).filter((id) => !others.has(id.toLowerCase()))
  const count = meaning.actions.length
  return [
    fix(
      `Expand "${entry.value}" to ${count === 1 ? 'its action' : `its ${count} actions`}`,
      context.edit.replaceItem(entry.span, ids),
    ),
  ]
})
