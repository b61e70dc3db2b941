import { findService, type Action } from '#reference'
import { meaningOf } from '../action-meaning.ts'
import { accessFix, fix } from '../check.ts'
import { listed } from '../wording.ts'
import { ofStatement } from './spot.ts'
import { coverOf } from './wildcard-cover.ts'

/** Many actions become few wildcards: exactly the same actions, or a few reads more. */
export const collapseActions = ofStatement((statement, { context, member }) => {
  const { action } = statement
  if (!action || action.patterns.length < 2 || member?.member.key.value !== action.key.value)
    return []
  const { edit, reference } = context
  const list = edit.valueOf(action.key.span)
  if (reference.names === undefined || !list) return []

  const meaning = meaningOf(context)
  const kept: string[] = []
  const byService = new Map<string, Set<Action>>()
  for (const { value } of action.patterns) {
    const what = meaning(value)
    const service = what.kind === 'actions' ? what.actions[0]?.service : undefined
    const single = what.kind === 'actions' && what.actions.every((one) => one.service === service)
    if (service === undefined || !single) kept.push(value)
    else {
      const known = byService.get(service) ?? new Set<Action>()
      for (const one of what.actions) known.add(one)
      byService.set(service, known)
    }
  }

  const collapse = (mayAdd: (one: Action) => boolean) => {
    const values = [...kept]
    const added: Action[] = []
    for (const [prefix, wanted] of byService) {
      const service = findService(reference, prefix)
      if (typeof service === 'string') continue
      const cover = coverOf(service, wanted, mayAdd)
      values.push(...cover.patterns.map((pattern) => `${prefix}:${pattern}`))
      added.push(...cover.added)
    }
    return { values, added }
  }
  const lengthNow = JSON.stringify(action.patterns.map(({ value }) => value)).length
  const shorter = ({ values }: { readonly values: readonly string[] }) =>
    JSON.stringify(values).length < lengthNow
  const exact = collapse(() => false)
  const wider = collapse(({ accessLevel }) => accessLevel === 'Read' || accessLevel === 'List')
  const counted = (values: readonly string[]) =>
    values.length === 1 ? `"${values[0] ?? ''}"` : `${values.length} strings`
  return [
    shorter(exact)
      ? fix(
          `Collapse the actions to ${counted(exact.values)}, exactly the same actions`,
          edit.replace(list, exact.values),
        )
      : undefined,
    !action.negated && wider.added.length > 0 && shorter(wider)
      ? accessFix(
          `Collapse the actions to ${counted(wider.values)}, which ${statement.effect?.value === 'Deny' ? 'denies' : 'allows'} ${wider.added.length} more that read: ${listed(wider.added.map(({ id }) => id))}`,
          edit.replace(list, wider.values),
        )
      : undefined,
  ]
})
