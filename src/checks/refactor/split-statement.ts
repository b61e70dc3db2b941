import type { Located } from '#policy'
import { splitAction } from '#reference'
import { hasWildcard, meaningOf } from '../action-meaning.ts'
import { fix } from '../check.ts'
import { splitOff } from '../statement-edits.ts'
import { ofStatement } from './spot.ts'

/** The actions of each service in a statement of their own. */
export const splitByService = ofStatement((statement, { context }) => {
  const { action } = statement
  if (!action || action.negated) return []
  const groups = new Map<string, Located<string>[]>()
  for (const entry of action.patterns) {
    const { prefix } = splitAction(entry.value.toLowerCase())
    const key = hasWildcard(prefix) ? '*' : prefix
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const [, ...others] = groups.values()
  return others.length === 0
    ? []
    : [
        fix(
          `Split into ${groups.size} statements, one for each service`,
          splitOff(context, statement, others),
        ),
      ]
})

/** The actions for which no resource can be named in a statement of their own, where the resource is `*`: the others can be narrowed. */
export const splitByResource = ofStatement((statement, { context }) => {
  const { action, resource } = statement
  if (!action || action.negated || !resource || resource.negated) return []
  if (context.reference.names === undefined) return []
  if (!resource.patterns.some(({ value }) => value === '*')) return []
  const meaning = meaningOf(context)
  const bare = action.patterns.filter(({ value }) => {
    const what = meaning(value)
    return what.kind === 'actions' && what.actions.every(({ takesResource }) => !takesResource)
  })
  return bare.length === 0 || bare.length === action.patterns.length
    ? []
    : [
        fix(
          `Split off the ${bare.length === 1 ? 'action' : `${bare.length} actions`} for which no resource can be named`,
          splitOff(context, statement, [bare]),
        ),
      ]
})
