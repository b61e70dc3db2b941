import { readPolicy } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { statementMeanings } from './meaning.ts'
import { lockedPolicies, lockedStatements, readRules, type LockedStatement } from './rules.ts'

type Policies = readonly WorkspacePolicy[]

/** An answer that should not pass, whatever the subject of the challenge is. */
export interface Cheat {
  readonly cheat: 'allowEverything' | 'denyEverything' | 'startWidened'
  readonly answer: Policies
}

/** The solution with one part of it left out, or one of its elements widened to `*`. */
export interface Mutation {
  readonly change: 'removed' | 'widened'
  readonly policy: string
  /** What was removed, or which element was widened: `ReadReports`, `Action of ReadReports`. */
  readonly part: string
  readonly answer: Policies
}

/** What of a lesson is not the learner's: attacks leave it as it is, for a broken rule would hide what the tests miss. */
interface Locks {
  readonly policies: ReadonlySet<string>
  readonly statements: readonly LockedStatement[]
}

function locksOf(lesson: Workspace): Locks {
  const rules = readRules(lesson)
  return {
    policies: lockedPolicies(rules),
    statements: lockedStatements(rules, lesson.policies),
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The policy's document and its statements as JSON; undefined where AWS would not have saved the text. */
function documentOf({
  text,
}: WorkspacePolicy): { fields: Fields; statements: readonly unknown[] } | undefined {
  if (!readPolicy(text).document) return undefined
  const fields: unknown = JSON.parse(text)
  return isFields(fields) ? { fields, statements: [fields['Statement']].flat() } : undefined
}

/** The locked statements of a policy, by their place in its present text. */
function lockedPlaces(policy: WorkspacePolicy, { statements }: Locks): ReadonlySet<number> {
  const meanings = new Set(
    statements.filter((locked) => locked.policy === policy.name).map(({ meaning }) => meaning),
  )
  if (meanings.size === 0) return new Set()
  return new Set(
    statementMeanings(policy.text).flatMap(({ meaning }, index) =>
      meanings.has(meaning) ? [index] : [],
    ),
  )
}

/** The trivial answers: everything allowed, everything denied, the start with whole services allowed. */
export function* cheats(lesson: Workspace): Generator<Cheat> {
  const locks = locksOf(lesson)
  const model = lesson.lesson?.solution ?? lesson.policies
  const answer = (change: (policy: WorkspacePolicy) => WorkspacePolicy, from = model) =>
    from.map((policy) => (locks.policies.has(policy.name) ? policy : change(policy)))
  for (const effect of ['Allow', 'Deny'] as const)
    yield {
      cheat: effect === 'Allow' ? 'allowEverything' : 'denyEverything',
      answer: answer((policy) => ({ ...policy, text: everything(effect, policy, locks) })),
    }
  const widened = answer((policy) => withWholeServices(policy, locks), lesson.policies)
  if (widened.some((policy, index) => policy !== lesson.policies[index]))
    yield { cheat: 'startWidened', answer: widened }
}

function everything(effect: 'Allow' | 'Deny', policy: WorkspacePolicy, locks: Locks): string {
  const { type } = policy
  const places = lockedPlaces(policy, locks)
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...(documentOf(policy)?.statements ?? []).filter((_, index) => places.has(index)),
      {
        Effect: effect,
        ...((type === 'resource' || type === 'rcp' || type === 'endpoint') && { Principal: '*' }),
        Action: '*',
        Resource: '*',
      },
    ],
  })
}

/** Every allowed action as its whole service. */
function withWholeServices(policy: WorkspacePolicy, locks: Locks): WorkspacePolicy {
  const document = documentOf(policy)
  if (!document) return policy
  const places = lockedPlaces(policy, locks)
  const statements = document.statements.map((statement, index) => {
    if (!isFields(statement) || statement['Effect'] !== 'Allow' || places.has(index))
      return statement
    const actions = [statement['Action']].flat().filter((action) => typeof action === 'string')
    const services = [...new Set(actions.map((action) => action.replace(/:.*$/su, ':*')))]
    if (services.length === 0 || services.every((service) => actions.includes(service)))
      return statement
    return { ...statement, Action: services }
  })
  const same = statements.every((statement, index) => statement === document.statements[index])
  return same ? policy : withStatements(policy, document.fields, statements)
}

const withStatements = (
  policy: WorkspacePolicy,
  fields: Fields,
  statements: readonly unknown[],
): WorkspacePolicy => ({
  ...policy,
  text: JSON.stringify({ ...fields, Statement: statements }, null, 2),
})

/** The solution with each of its parts left out, then with each element widened; made one by one, for there may be many. */
export function* mutations(lesson: Workspace): Generator<Mutation> {
  const solution = lesson.lesson?.solution ?? []
  const locks = locksOf(lesson)
  for (const [place, policy] of solution.entries()) {
    const document = documentOf(policy)
    if (!document || locks.policies.has(policy.name)) continue
    const { fields, statements } = document
    const places = lockedPlaces(policy, locks)
    const mutation = (
      change: Mutation['change'],
      part: string,
      next: readonly unknown[],
    ): Mutation => ({
      change,
      policy: policy.name,
      part,
      answer: solution.with(place, withStatements(policy, fields, next)),
    })
    for (const [index, statement] of statements.entries()) {
      if (!isFields(statement) || places.has(index)) continue
      const name = nameOf(statement, index)
      yield mutation('removed', name, statements.toSpliced(index, 1))
      for (const { part, next } of removals(statement))
        yield mutation('removed', `${part} of ${name}`, statements.with(index, next))
      for (const { part, next } of widenings(statement))
        yield mutation('widened', `${part} of ${name}`, statements.with(index, next))
    }
  }
}

function nameOf(statement: Fields, index: number): string {
  const sid = statement['Sid']
  return typeof sid === 'string' && sid ? sid : `statement ${index + 1}`
}

interface Part {
  readonly part: string
  readonly next: Fields
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name))

function* removals(statement: Fields): Generator<Part> {
  for (const element of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    const entries = statement[element]
    if (!Array.isArray(entries) || entries.length < 2) continue
    for (const [at, entry] of (entries as readonly unknown[]).entries())
      yield {
        part: `${String(entry)} in ${element}`,
        next: { ...statement, [element]: entries.toSpliced(at, 1) },
      }
  }
  const conditions = statement['Condition']
  if (!isFields(conditions)) return
  for (const [operator, keys] of Object.entries(conditions)) {
    if (!isFields(keys)) continue
    for (const key of Object.keys(keys)) {
      const rest = without(keys, key)
      const block =
        Object.keys(rest).length > 0
          ? { ...conditions, [operator]: rest }
          : without(conditions, operator)
      yield { part: `the condition ${operator} ${key}`, next: { ...statement, Condition: block } }
    }
  }
}

/** Only an Allow: a Deny that is too wide denies what a test allows, or nothing that is asked for. */
function* widenings(statement: Fields): Generator<Part> {
  if (statement['Effect'] !== 'Allow') return
  for (const element of ['Action', 'Resource', 'Principal'] as const) {
    const value = statement[element]
    if (value === undefined || [value].flat().includes('*')) continue
    yield { part: element, next: { ...statement, [element]: '*' } }
  }
}
