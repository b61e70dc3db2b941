import { splitAction } from '#reference'
import { hasWildcard, meaningOf } from '../action-meaning.ts'
import { fix } from '../check.ts'
import { ofStatement } from './spot.ts'

/** Every action of the statement as AWS spells it; IAM ignores case. */
export const respellActions = ofStatement((statement, { context, member }) => {
  const { action } = statement
  if (!action || member?.member.key.value !== action.key.value) return []
  if (context.reference.names === undefined) return []
  const meaning = meaningOf(context)
  const edits = action.patterns.flatMap(({ value, span }) => {
    const what = meaning(value)
    const [first] = what.kind === 'actions' ? what.actions : []
    if (!first) return []
    const { prefix, name } = splitAction(value)
    const written = hasWildcard(value)
      ? `${hasWildcard(prefix) ? prefix : first.service}:${name}`
      : first.id
    return written === value ? [] : context.edit.replace(span, written)
  })
  return edits.length === 0 ? [] : [fix('Spell the actions as AWS documents them', edits)]
})
