import { compileGlob, matchesGlob, parsePattern, type ConditionOperator } from '#policy'
import { isOpen } from '../condition-clauses.ts'

/** Whether a value of a condition can be one of those a key has, by its operator. What holds a variable can be anything. */
export function canBeOneOf(
  value: string,
  { name, entry }: ConditionOperator,
  known: readonly string[],
): boolean {
  if (entry.family !== 'string' || isOpen(value)) return true
  if (!('wildcards' in entry)) {
    const ignoresCase = name.endsWith('IgnoreCase')
    const plain = (text: string) => (ignoresCase ? text.toLowerCase() : text)
    return known.some((other) => plain(other) === plain(value))
  }
  const glob = compileGlob(parsePattern(value, { wildcards: true, variables: false }))
  return known.some((other) => matchesGlob(glob, other))
}
