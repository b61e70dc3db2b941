import { covers, intersects, type Clause, type ConditionClause, type Statement } from '#policy'

/**
 * Whether every request that `special` matches is matched by `general` as well, effects aside. Sound but not complete: it compares
 * part by part, and what it cannot be sure of is no cover.
 */
export function coversStatement(general: Statement, special: Statement): boolean {
  if (general.faults.length > 0 || special.faults.length > 0) return false
  return (
    coversClause(general.action, special.action, actionRelation) &&
    coversClause(general.resource, special.resource, resourceRelation) &&
    coversPrincipals(general, special) &&
    general.conditions.every((clause) => special.conditions.some((other) => implies(other, clause)))
  )
}

/** How two patterns of one element relate. */
interface Relation {
  readonly covers: (general: string, special: string) => boolean
  /** Whether surely nothing matches both. */
  readonly apart: (one: string, other: string) => boolean
}

const actionRelation: Relation = {
  covers: coversAction,
  apart: (one, other) => !intersects(one.toLowerCase(), other.toLowerCase()),
}
const resourceRelation: Relation = {
  covers: coversResource,
  apart: (one, other) => !isOpen(one) && !isOpen(other) && !intersects(one, other),
}

function coversClause(
  general: Clause | undefined,
  special: Clause | undefined,
  relation: Relation,
): boolean {
  if (!general || !special) return !general && !special
  const [mine, theirs] = [valuesOf(general), valuesOf(special)]
  if (theirs.length === 0 || mine.length === 0) return false
  const has = (wide: readonly string[], narrow: string) =>
    wide.some((pattern) => relation.covers(pattern, narrow))
  if (!general.negated)
    return special.negated ? mine.includes('*') : theirs.every((pattern) => has(mine, pattern))
  return special.negated
    ? mine.every((pattern) => has(theirs, pattern))
    : theirs.every((pattern) => mine.every((excepted) => relation.apart(pattern, excepted)))
}

const valuesOf = ({ patterns }: Clause) => patterns.map(({ value }) => value)

/** Whether every action that matches `special` matches `general`. IAM ignores the case of actions. */
export function coversAction(general: string, special: string): boolean {
  return general === '*' || covers(general.toLowerCase(), special.toLowerCase())
}

/** Whether every resource that matches `special` matches `general`. */
export function coversResource(general: string, special: string): boolean {
  if (general === special || general === '*') return true
  // What a variable becomes is not known, and `${*}` is no wildcard.
  if (isOpen(general) || (isOpen(special) && general.includes('?'))) return false
  const [wide, narrow] = [fieldsOf(general), fieldsOf(special)]
  // Only `*` matches the requests that are about no resource in particular, so nothing else covers it.
  if (!wide || !narrow) return false
  return wide.every((field, index) => covers(field, narrow[index] ?? ''))
}

/** The six fields of an ARN; wildcards in the first five stay within theirs, or run on where the other pattern's do as well. */
function fieldsOf(pattern: string): readonly string[] | undefined {
  const fields = pattern.split(':')
  return fields.length < 6 ? undefined : [...fields.slice(0, 5), fields.slice(5).join(':')]
}

const isOpen = (pattern: string) => pattern.includes('${')

function coversPrincipals({ principal: general }: Statement, { principal: special }: Statement) {
  if (!general || !special) return !general && !special
  const name = ({ kind, value }: { readonly kind: string; readonly value: string }) =>
    `${kind} ${value}`
  const mine = new Set(general.patterns.map(name))
  const theirs = new Set(special.patterns.map(name))
  if (theirs.size === 0 || mine.size === 0) return false
  if (!general.negated && mine.has('AWS *')) return true
  if (general.negated !== special.negated) return false
  return general.negated ? isWithin(mine, theirs) : isWithin(theirs, mine)
}

/** Whether all of `inner` is in `outer`. */
function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((one) => outer.has(one))
}

/** Whether `given` holds only where `wanted` holds: the same question with no more answers. */
function implies(given: ConditionClause, wanted: ConditionClause): boolean {
  if (given.operatorName.value !== wanted.operatorName.value) return false
  if (given.key.value.toLowerCase() !== wanted.key.value.toLowerCase()) return false
  const answers = new Set(given.values.map(({ value }) => value))
  const wantedAnswers = new Set(wanted.values.map(({ value }) => value))
  if (answers.size === 0 || wantedAnswers.size === 0) return false
  return given.operator?.negated
    ? isWithin(wantedAnswers, answers)
    : isWithin(answers, wantedAnswers)
}

/** Whether two statements of one effect match the same requests, in other words or another order. */
export function saysTheSame(one: Statement, other: Statement): boolean {
  return coversStatement(one, other) && coversStatement(other, one)
}
