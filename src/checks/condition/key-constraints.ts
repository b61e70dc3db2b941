import { covers, type ConditionClause, type Statement } from '#policy'
import { readIpRange, rangeContains } from '../ip-ranges.ts'

/** The clauses of a statement that are about the same key, for keys with a single value: set operators stay out. */
export function clausesByKey({ conditions }: Statement): readonly (readonly ConditionClause[])[] {
  const groups = new Map<string, ConditionClause[]>()
  for (const clause of conditions) {
    if (!clause.operator || clause.operator.set || clause.values.length === 0) continue
    const name = clause.key.value.toLowerCase()
    groups.set(name, [...(groups.get(name) ?? []), clause])
  }
  return [...groups.values()]
}

/** Whether no request can satisfy both clauses, which are about the same key. */
export function excludeEachOther(one: ConditionClause, other: ConditionClause): boolean {
  return excludes(one, other) || excludes(other, one)
}

function excludes(one: ConditionClause, other: ConditionClause): boolean {
  const [a, b] = [one.operator, other.operator]
  if (!a || !b) return false
  if (b.base === 'Null')
    return a.base === 'Null' ? opposite(one, other) : demandsAbsent(other) && demandsPresent(one)
  // An absent key satisfies a clause with IfExists, and a negated one; two such clauses leave that way out.
  if (a.negated || a.ifExists || a.base === 'Null') return false
  if (one.values.some(({ value }) => value.includes('${'))) return false
  if (other.values.some(({ value }) => value.includes('${'))) return false
  if (a.entry.family !== b.entry.family) return false
  if (b.negated)
    return one.values.every(({ value }) =>
      other.values.some((excepted) => within(value, excepted.value, other)),
    )
  if (a.entry.family === 'numeric' || a.entry.family === 'date') return emptyBetween(one, other)
  return one.values.every(({ value }) =>
    other.values.every((wanted) => apart(value, wanted.value, one, other)),
  )
}

const truth = ({ values }: ConditionClause) => values.map(({ value }) => value.toLowerCase())

function demandsAbsent(clause: ConditionClause): boolean {
  return truth(clause).every((value) => value === 'true')
}

function demandsPresent({ operator }: ConditionClause): boolean {
  return (
    operator !== undefined && !operator.negated && !operator.ifExists && operator.base !== 'Null'
  )
}

function opposite(one: ConditionClause, other: ConditionClause): boolean {
  return demandsAbsent(one) && truth(other).every((value) => value === 'false')
}

/** Whether all that `special` stands for (under an operator of the same family) is among what `general` stands for. */
function within(special: string, general: string, { operator }: ConditionClause): boolean {
  if (operator?.entry.family === 'ip') {
    const [inner, outer] = [readIpRange(special), readIpRange(general)]
    return !('flaw' in inner) && !('flaw' in outer) && rangeContains(outer, inner)
  }
  if (operator?.base === 'StringEqualsIgnoreCase')
    return special.toLowerCase() === general.toLowerCase()
  if (operator?.entry.family === 'string')
    return operator.entry.wildcards
      ? covers(general, special)
      : general === special && !/[*?]/u.test(special)
  return general === special
}

/** Whether surely no value of the key is both. */
function apart(
  mine: string,
  theirs: string,
  one: ConditionClause,
  other: ConditionClause,
): boolean {
  const family = one.operator?.entry.family
  if (family === 'ip') {
    const [a, b] = [readIpRange(mine), readIpRange(theirs)]
    return !('flaw' in a) && !('flaw' in b) && !rangeContains(a, b) && !rangeContains(b, a)
  }
  if (family === 'bool') return mine.toLowerCase() !== theirs.toLowerCase()
  if (family !== 'string') return false
  const [a, b] = [mine.toLowerCase(), theirs.toLowerCase()]
  const wild = (text: string, { operator }: ConditionClause) =>
    operator?.entry.wildcards === true && /[*?]/u.test(text)
  if (wild(mine, one) || wild(theirs, other))
    return !wild(mine, one) ? !covers(b, a) : !wild(theirs, other) ? !covers(a, b) : false
  return a !== b
}

/** Whether the bounds of two comparisons leave nothing between them: below 5 and above 10. */
function emptyBetween(one: ConditionClause, other: ConditionClause): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)]
  if (!a || !b) return false
  const low = a.low > b.low ? a : b
  const high = a.high < b.high ? a : b
  return low.low > high.high || (low.low === high.high && (low.openLow || high.openHigh))
}

interface Bounds {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  readonly openHigh: boolean
}

/** All values a comparison lets through, from the lowest to the highest. */
function rangeOf({ operator, values }: ConditionClause): Bounds | undefined {
  const numbers = values.map(({ value }) =>
    operator?.entry.family === 'date' ? sortable(value) : Number(value),
  )
  if (numbers.some((value) => Number.isNaN(value))) return undefined
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const name = operator?.name ?? ''
  const open = !name.endsWith('Equals')
  const all = { low: -Infinity, high: Infinity, openLow: false, openHigh: false }
  if (name.includes('LessThan')) return { ...all, high: most, openHigh: open }
  if (name.includes('GreaterThan')) return { ...all, low: least, openLow: open }
  return { ...all, low: least, high: most }
}

/** UTC dates of one form compare like their digits; NaN for the others. */
function sortable(text: string): number {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/u.test(text)
    ? Number(text.replace(/\D/gu, '').padEnd(14, '0'))
    : NaN
}
