import type { ConditionClause, Statement, TextEdit } from '#policy'
import type { Context } from './check.ts'
import { elementOf } from './elements.ts'

/** The edits after which a statement demands this as well as all it demands now. */
export function alsoRequire(
  context: Context,
  statement: Statement,
  operator: string,
  key: string,
  value: unknown,
): readonly TextEdit[] | undefined {
  const { edit, jsonAt } = context
  const condition = elementOf(context, statement, 'Condition')
  if (!condition) {
    const object = jsonAt(statement.span)
    const last = object?.kind === 'object' ? object.members.at(-1) : undefined
    return edit.insertMember(
      statement.span,
      'Condition',
      { [operator]: { [key]: value } },
      last?.key.span,
    )
  }
  if (condition.value?.kind !== 'object') return undefined
  const { members, span } = condition.value
  const block = members.find((member) => member.key.value === operator)
  if (!block) return edit.insertMember(span, operator, { [key]: value }, members.at(-1)?.key.span)
  if (block.value?.kind !== 'object') return undefined
  const taken = block.value.members.some((member) => member.key.value === key)
  return taken
    ? undefined
    : edit.insertMember(block.value.span, key, value, block.value.members.at(-1)?.key.span)
}

/** The edits that put one key under another operator and leave the other keys where they are. */
export function changeOperator(
  context: Context,
  statement: Statement,
  { operatorName, key }: ConditionClause,
  operator: string,
): readonly TextEdit[] | undefined {
  const { edit } = context
  const neighbours = statement.conditions.filter(
    (clause) => clause.operatorName.span.start === operatorName.span.start,
  )
  const taken = statement.conditions.some((clause) => clause.operatorName.value === operator)
  if (neighbours.length === 1 && !taken) return edit.replace(operatorName.span, operator)
  const condition = elementOf(context, statement, 'Condition')?.value
  return (
    condition &&
    edit.rewrite(condition.span, (value) => {
      const { [operatorName.value]: block = {}, ...others } = value as Record<string, object>
      const { [key.value]: moved, ...rest } = block as Record<string, unknown>
      return {
        ...(Object.keys(rest).length > 0 && { [operatorName.value]: rest }),
        ...others,
        [operator]: { ...others[operator], [key.value]: moved },
      }
    })
  )
}
