import type { Statement } from '#policy'
import { accessFix, type Context } from '../check.ts'
import { addStatementAfter, parse, type PlainStatement } from '../statement-edits.ts'
import { ofStatement } from './spot.ts'

/** Allow with NotAction becomes Allow of everything and Deny of those: no other statement can grant them any more. */
export const notActionToDeny = ofStatement((statement, { context }) => {
  const { action, effect } = statement
  const copy = parse(context.source.text, statement.span)
  const value = action && context.edit.valueOf(action.key.span)
  if (!action?.negated || effect?.value !== 'Allow' || !copy || !value) return []
  const denied = Object.fromEntries(
    Object.entries(copy).flatMap(([name, part]) =>
      name === 'Sid'
        ? []
        : name === 'Effect'
          ? [[name, 'Deny']]
          : [[name === 'NotAction' ? 'Action' : name, part]],
    ),
  )
  const insertion = addStatementAfter(context, statement, denied)
  return [
    accessFix(
      'Allow every action and deny these, whatever else allows them',
      insertion && [
        ...context.edit.replace(action.key.span, 'Action'),
        ...context.edit.replace(value, '*'),
        ...insertion,
      ],
    ),
  ]
})

/** And back: Allow of everything and Deny of some, otherwise the same, become one Allow with NotAction. */
export const denyToNotAction = ofStatement((statement, { context }) => {
  const { document } = context
  const pair = document.statements
    .flatMap((other) => [
      { allow: statement, deny: other },
      { allow: other, deny: statement },
    ])
    .find(({ allow, deny }) => isPair(context, allow, deny))
  if (!pair) return []
  const { allow, deny } = pair
  const { edit, source } = context
  const list = deny.action && edit.valueOf(deny.action.key.span)
  const all = allow.action && edit.valueOf(allow.action.key.span)
  const deletion = edit.deleteItems([deny.span])
  if (!list || !all || !deletion) return []
  return [
    accessFix('Turn Allow and Deny into one Allow with NotAction, so that others may allow these', [
      ...edit.replace(allow.action.key.span, 'NotAction'),
      { span: all, text: source.text.slice(list.start, list.end) },
      ...deletion,
    ]),
  ]
})

function isPair({ source }: Context, allow: Statement, deny: Statement): boolean {
  if (allow.effect?.value !== 'Allow' || deny.effect?.value !== 'Deny') return false
  if (!allow.action || !deny.action || allow.action.negated || deny.action.negated) return false
  if (allow.action.patterns.some(({ value }) => value !== '*')) return false
  const rest = (statement: Statement) => {
    const { Resource, NotResource, Principal, NotPrincipal, Condition }: PlainStatement =
      parse(source.text, statement.span) ?? {}
    return JSON.stringify([Resource, NotResource, Principal, NotPrincipal, Condition])
  }
  return rest(allow) === rest(deny)
}
