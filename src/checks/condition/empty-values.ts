import type { ConditionClause, Statement } from '#policy'
import type { Context } from '../check.ts'
import { elementOf } from '../elements.ts'

/** Which of the checks on empty lists is about this clause; undefined when its list is not empty. */
export type EmptyValues = 'plain' | 'forAllValues' | 'forAnyValue' | 'ifExists'

export function emptyValues(
  { values, operator, key }: ConditionClause,
  { edit, jsonAt }: Context,
): EmptyValues | undefined {
  if (values.length > 0 || !operator) return undefined
  const span = edit.valueOf(key.span)
  const node = span && jsonAt(span)
  if (node?.kind !== 'array' || node.items.length > 0) return undefined
  if (operator.set === 'ForAllValues') return 'forAllValues'
  if (operator.set === 'ForAnyValue') return 'forAnyValue'
  return operator.ifExists ? 'ifExists' : 'plain'
}

/** The edits that take one key out of a condition, with its operator and the condition itself where nothing else is in them. */
export function deleteClause(
  { operatorName, key }: ConditionClause,
  statement: Statement,
  context: Context,
) {
  const alone = statement.conditions.filter(
    (clause) => clause.operatorName.span.start === operatorName.span.start,
  )
  if (alone.length > 1) return context.edit.deleteMembers([key.span])
  const condition = elementOf(context, statement, 'Condition')
  const only = condition?.value?.kind === 'object' && condition.value.members.length === 1
  return context.edit.deleteMembers([only ? condition.key.span : operatorName.span])
}

/** The edits that ask instead, with `Null`, that the key is absent. */
export function requireAbsent(
  { operatorName, key }: ConditionClause,
  statement: Statement,
  context: Context,
) {
  const condition = elementOf(context, statement, 'Condition')?.value
  return (
    condition &&
    context.edit.rewrite(condition.span, (value) => {
      const { [operatorName.value]: block, ...others } = value as Record<string, object>
      const rest = Object.fromEntries(
        Object.entries(block ?? {}).filter(([name]) => name !== key.value),
      )
      return {
        ...others,
        ...(Object.keys(rest).length > 0 && { [operatorName.value]: rest }),
        Null: { ...others['Null'], [key.value]: 'true' },
      }
    })
  )
}
