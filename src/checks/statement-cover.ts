import { covers, intersects, type Clause, type ConditionClause, type Statement } from '#policy'
import { oncePerRun, type SourceContext } from './check.ts'

/**
 * Whether every request that `special` matches is matched by `general` as well, effects aside. Sound but not complete: it compares
 * part by part, and what it cannot be sure of is no cover. Each pair is worked out once for a run.
 */
export const coversStatement = oncePerRun((_: SourceContext) => {
  const known = new Map<Statement, Map<Statement, boolean>>()
  return (general: Statement, special: Statement): boolean => {
    // Most pairs are about different services; a look at one number settles those.
    if ((servicesOf(special) & ~servicesOf(general)) !== 0) return false
    const row = known.get(general) ?? new Map<Statement, boolean>()
    known.set(general, row)
    const answer = row.get(special) ?? compare(general, special)
    row.set(special, answer)
    return answer
  }
})

function compare(general: Statement, special: Statement): boolean {
  if (general.faults.length > 0 || special.faults.length > 0) return false
  return (
    coversClause(general.action, special.action, actionRelation) &&
    coversClause(general.resource, special.resource, resourceRelation) &&
    coversPrincipals(general, special) &&
    general.conditions.every((clause) => special.conditions.some((other) => implies(other, clause)))
  )
}

const signatures = new WeakMap<Statement, number>()

/** A bit for each service a statement may be about, several services to a bit; all bits where it may be any. */
function servicesOf(statement: Statement): number {
  const kept = signatures.get(statement)
  if (kept !== undefined) return kept
  let bits = 0
  if (!statement.action || statement.action.negated) bits = -1
  else
    for (const { value } of statement.action.patterns) {
      const colon = value.indexOf(':')
      const prefix = value.slice(0, colon < 0 ? undefined : colon).toLowerCase()
      if (/[*?]/u.test(prefix)) bits = -1
      else bits |= 1 << (hash(prefix) % 31)
    }
  signatures.set(statement, bits)
  return bits
}

function hash(text: string): number {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) & 0xffffff
  return sum
}

/** How two patterns of one element relate. */
interface Relation {
  readonly texts: (clause: Clause) => readonly string[]
  readonly covers: (general: string, special: string) => boolean
  /** Whether surely nothing matches both. */
  readonly apart: (one: string, other: string) => boolean
}

const actionRelation: Relation = {
  texts: (clause) => clause.patterns.map(({ value }) => value.toLowerCase()),
  covers: coversText,
  apart: (one, other) => !intersects(one, other),
}
const resourceRelation: Relation = {
  texts: (clause) => clause.patterns.map(({ value }) => value),
  covers: coversResource,
  apart: (one, other) => !isOpen(one) && !isOpen(other) && !intersects(one, other),
}

function coversClause(
  general: Clause | undefined,
  special: Clause | undefined,
  relation: Relation,
): boolean {
  if (!general || !special) return !general && !special
  const [mine, theirs] = [textsOf(general, relation), textsOf(special, relation)]
  if (theirs.length === 0 || mine.length === 0) return false
  const has = (wide: readonly string[], narrow: string) =>
    wide.some((pattern) => relation.covers(pattern, narrow))
  if (!general.negated)
    return special.negated ? mine.includes('*') : theirs.every((pattern) => has(mine, pattern))
  return special.negated
    ? mine.every((pattern) => has(theirs, pattern))
    : theirs.every((pattern) => mine.every((excepted) => relation.apart(pattern, excepted)))
}

const texts = new WeakMap<Clause, readonly string[]>()

function textsOf(clause: Clause, relation: Relation): readonly string[] {
  const kept = texts.get(clause) ?? relation.texts(clause)
  texts.set(clause, kept)
  return kept
}

/** Whether every action that matches `special` matches `general`. IAM ignores the case of actions. */
export function coversAction(general: string, special: string): boolean {
  return coversText(general.toLowerCase(), special.toLowerCase())
}

/** As `covers`, with a quick answer where what stands before the first wildcard settles it. */
function coversText(general: string, special: string): boolean {
  if (general === special || general === '*') return true
  const wildcard = general.search(/[*?]/u)
  if (wildcard < 0 || !special.startsWith(general.slice(0, wildcard))) return false
  if (wildcard === general.length - 1 && general.endsWith('*')) return true
  return covers(general, special)
}

/** Whether every resource that matches `special` matches `general`. */
export function coversResource(general: string, special: string): boolean {
  if (general === special || general === '*') return true
  const wildcard = general.search(/[*?]/u)
  if (wildcard < 0 || !special.startsWith(general.slice(0, wildcard))) return false
  // What a variable becomes is not known, and `${*}` is no wildcard.
  if (isOpen(general) || (isOpen(special) && general.includes('?'))) return false
  const [wide, narrow] = [fieldsOf(general), fieldsOf(special)]
  // Only `*` matches the requests that are about no resource in particular, so nothing else covers it.
  if (!wide || !narrow) return false
  return wide.every((field, index) => coversText(field, narrow[index] ?? ''))
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
