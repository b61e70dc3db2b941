import type { Fix } from '#policy'
import { actionsMatching } from '#reference'
import { accessFix, type Context } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'
import type { OpenGrant } from '../open-grants.ts'
import { moveActions, type PlainStatement } from '../statement-edits.ts'

/** The role still has to be named: the angle brackets are found until it is. */
const oneRole = 'arn:aws:iam::<account>:role/<name>'

/** An action that was granted on every role, on one role instead; other actions of its statement keep what they have. */
export function narrowToOneRole(context: Context, grant: OpenGrant): Fix | undefined {
  const { entry, how, statement } = grant
  if (how !== 'byName') return undefined
  return accessFix(
    `Narrow ${entry.value} to one role`,
    moveActions(context, statement, [entry], (copy) => onOneRole(copy)),
  )
}

function onOneRole({ NotResource: _, ...copy }: PlainStatement): PlainStatement {
  return { ...copy, Resource: oneRole }
}

/** A condition that only the one action has to meet, in a statement of its own if there are others. */
export function requireFor(
  context: Context,
  { entry, how, statement }: OpenGrant,
  key: string,
  value: string | readonly string[],
): Fix | undefined {
  if (how !== 'byName') return undefined
  const alone = statement.action?.patterns.length === 1
  return accessFix(
    `Add ${key}`,
    alone
      ? alsoRequire(context, statement, 'StringEquals', key, value)
      : moveActions(context, statement, [entry], (copy) => {
          const condition = (copy['Condition'] ?? {}) as Readonly<Record<string, object>>
          const equals = { ...condition['StringEquals'], [key]: value }
          return { ...copy, Condition: { ...condition, StringEquals: equals } }
        }),
  )
}

/** More actions than these are not written out by a fix. */
const most = 60

/** The actions of a wildcard one by one, but for one. */
export function expandWithout(
  { edit, reference }: Context,
  { entry, how }: OpenGrant,
  unwanted: string,
): Fix | undefined {
  if (how !== 'byWildcard') return undefined
  const actions = actionsMatching(reference, entry.value)
  if (actions === 'notLoaded' || actions.length > most) return undefined
  const ids = actions.map(({ id }) => id).filter((id) => id !== unwanted)
  return accessFix(
    `Write out "${entry.value}" without ${unwanted}`,
    ids.length > 0 ? edit.replaceItem(entry.span, ids) : edit.deleteItems([entry.span]),
  )
}

/** One more action that an `Allow` with NotAction leaves out. */
export function exceptAction(
  { edit }: Context,
  { statement, how }: OpenGrant,
  action: string,
): Fix | undefined {
  const list = statement.action && edit.valueOf(statement.action.key.span)
  return how === 'leftIn' && list
    ? accessFix(`Add ${action} to NotAction`, edit.addItems(list, [action]))
    : undefined
}
