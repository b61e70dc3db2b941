import {
  operators,
  type OperatorEntry,
  type OperatorName,
  type PositiveOperator,
} from './operators.ts'

/** An operator with everything that may be written around its name: `ForAllValues:StringLikeIfExists`. */
export interface ConditionOperator {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined
  readonly name: OperatorName
  /** The positive operator whose matcher decides, and whether the answer is turned around. */
  readonly base: PositiveOperator
  readonly negated: boolean
  readonly ifExists: boolean
  readonly entry: OperatorEntry
}

const known = new Map<string, ConditionOperator>()
for (const [name, entry] of Object.entries(operators) as [OperatorName, OperatorEntry][]) {
  const negated = entry.negates !== undefined
  const base = (entry.negates ?? name) as PositiveOperator
  for (const set of [undefined, 'ForAllValues', 'ForAnyValue'] as const)
    for (const ifExists of [false, true]) {
      // "You can add IfExists to the end of any condition operator name except the Null condition".
      if (ifExists && name === 'Null') continue
      const text = `${set ? `${set}:` : ''}${name}${ifExists ? 'IfExists' : ''}`
      known.set(text, { set, name, base, negated, ifExists, entry })
    }
}

/**
 * The operator that `text` names, spelled exactly as AWS spells it; undefined for anything else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseConditionOperator(text: string): ConditionOperator | undefined {
  return known.get(text)
}

/** Every legal spelling, set prefixes and IfExists included, in the order of the table. */
export const conditionOperatorNames: readonly string[] = [...known.keys()]
