import type { ConditionClause, Statement } from '#policy'
import { allServices } from '#reference'
import { holdsWithoutKey } from '../absent-key.ts'
import { knownEntries, meaningOf } from '../action-meaning.ts'
import { tagFamilyOf, untaggedEntries } from '../carried-keys.ts'

import { accessFix, type Context } from '../check.ts'
import { moveActions, withoutKey } from '../statement-edits.ts'
import { listed } from '../wording.ts'

const consequence = { Allow: 'granted', Deny: 'denied' } as const

/** Reports the services of Action that never send the tags a clause tests, in statements of this effect. */
export function reportListed(
  effect: 'Allow' | 'Deny',
  clause: ConditionClause,
  context: Context,
  statement: Statement,
): void {
  if (statement.effect?.value !== effect || statement.action?.negated) return
  const found = untaggedEntries(context, statement, clause)
  if (found.length === 0) return
  const { value, span } = clause.key
  const services = [...new Set(found.map(({ service }) => service.product))]
  const entries = found.map(({ entry }) => entry)
  const others = knownEntries(context, statement).length > entries.length
  const what = entries.length === 1 ? `"${entries[0]?.value ?? ''}"` : `${entries.length} actions`
  context.report(
    span,
    `${listed(services)} ${services.length === 1 ? 'does' : 'do'} not support ${value} in policies, so ${what} ${entries.length === 1 ? 'is' : 'are'} never ${consequence[effect]} here.`,
    {
      fixes: [
        accessFix(
          others
            ? `Move ${what} to a statement without ${value}`
            : `Delete the condition on ${value}`,
          moveActions(context, statement, entries, (copy) =>
            withoutKey(copy, clause.operatorName.value, value),
          ),
        ),
      ],
    },
  )
}

/** Reports that NotAction leaves in services that never send the tags a clause tests. */
export function reportLeftIn(
  effect: 'Allow' | 'Deny',
  clause: ConditionClause,
  context: Context,
  statement: Statement,
): void {
  const { value, span } = clause.key
  const family = tagFamilyOf(value)
  if (statement.effect?.value !== effect || !statement.action?.negated || !family) return
  if (holdsWithoutKey(clause) !== false) return
  const services = allServices(context.reference)
  if (services === 'notLoaded') return
  const meaning = meaningOf(context)
  const excepted = new Set(
    statement.action.patterns.flatMap((pattern) => {
      const what = meaning(pattern.value)
      if (what.kind === 'everything') return services.flatMap(({ actions }) => actions)
      return what.kind === 'actions' ? what.actions : []
    }),
  )
  const left = services.filter(
    (service) => !service[family] && service.actions.some((action) => !excepted.has(action)),
  )
  if (left.length === 0) return
  const names = left.map(({ prefix }) => `"${prefix}"`)
  context.report(
    span,
    `NotAction leaves in ${left.length} services that do not support ${value} in policies, such as ${listed(names.slice(0, 3))}. Their actions are never ${consequence[effect]} here.`,
  )
}
