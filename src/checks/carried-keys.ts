import type { ConditionClause, Located, Statement } from '#policy'
import {
  actionDetails,
  conditionKeysOf,
  findService,
  isKey,
  keyHomes,
  keyPrefix,
  type Action,
  type ActionDetails,
  type ConditionKey,
  type Loaded,
  type Reference,
  type Service,
} from '#reference'
import { holdsWithoutKey } from './absent-key.ts'
import { hasWildcard, knownEntries } from './action-meaning.ts'
import { oncePerRun, type SourceContext } from './check.ts'
import { knownKey } from './condition-keys.ts'

/** Which strings of a statement's Action match an action whose requests can carry a key. */
export interface Carriers {
  readonly carrying: readonly Located<string>[]
  readonly lacking: readonly Located<string>[]
}

/**
 * Undefined where nothing can be said: an unknown or global key, NotAction, or facts that are not there yet. Tag conditions on services
 * without tags are left out; they have checks of their own.
 */
export function carriersOf(
  context: SourceContext,
  statement: Statement,
  clause: ConditionClause,
): Carriers | undefined {
  const key = knownKey(context, clause)
  const family = tagFamilyOf(clause.key.value)
  if (!key || (key.global && !family) || !statement.action || statement.action.negated)
    return undefined
  const untagged = new Set(
    untaggedEntries(context, statement, clause).map(({ entry }) => entry.span.start),
  )
  const carrying: Located<string>[] = []
  const lacking: Located<string>[] = []
  for (const { entry, meaning } of knownEntries(context, statement)) {
    if (untagged.has(entry.span.start)) continue
    const carries =
      meaning.kind === 'everything' || anyCarries(context, meaning.actions, clause.key.value)
    if (carries === 'notLoaded') return undefined
    if (carries) carrying.push(entry)
    else lacking.push(entry)
  }
  return { carrying, lacking }
}

/** Whether some action of the statement may carry a key; also when that is not known. */
export function mayCarry(context: SourceContext, statement: Statement, key: string): boolean {
  const entries = knownEntries(context, statement)
  return (
    statement.action?.negated === true ||
    entries.length === 0 ||
    entries.some(
      ({ meaning }) =>
        meaning.kind === 'everything' || anyCarries(context, meaning.actions, key) !== false,
    )
  )
}

function anyCarries(
  context: SourceContext,
  actions: readonly Action[],
  written: string,
): Loaded<boolean> {
  let missing = false
  for (const { id, service } of actions) {
    const wanted = keysNamed(context)(service, written)
    const details = wanted.length > 0 ? actionDetails(context.reference, id) : 'unknown'
    if (details === 'notLoaded' || isMissing(context.reference, service)) missing = true
    else if (details !== 'unknown' && carries(details, wanted)) return true
  }
  return missing ? 'notLoaded' : false
}

function isMissing(reference: Reference, service: string): boolean {
  return conditionKeysOf(reference, service) === 'notLoaded'
}

function carries({ keys, resourceTypes }: ActionDetails, wanted: readonly ConditionKey[]): boolean {
  return wanted.some(
    (key) =>
      keys.includes(key) ||
      resourceTypes.some(({ type, keys: here }) => here.includes(key) || type.keys.includes(key)),
  )
}

/** The keys of a service that a written name means: usually one or none. */
const keysNamed = oncePerRun(({ reference }: SourceContext) => {
  const known = new Map<string, readonly ConditionKey[]>()
  return (service: string, written: string): readonly ConditionKey[] => {
    const question = `${service} ${written}`
    const found = known.get(question)
    if (found) return found
    const keys = conditionKeysOf(reference, service)
    const answer = typeof keys === 'string' ? [] : keys.filter((key) => isKey(key, written))
    known.set(question, answer)
    return answer
  }
})

/** Every action that AWS lists with a key, of the services whose key it is. */
export function fillersOf(context: SourceContext, written: string): readonly ActionDetails[] {
  const { reference } = context
  return keyHomes(reference, keyPrefix(written)).flatMap((home) => {
    const wanted = keysNamed(context)(home, written)
    const details = wanted.length > 0 ? reference.details.get(home) : undefined
    return details ? [...details.actions.values()].filter((action) => carries(action, wanted)) : []
  })
}

/** The keys about tags that AWS lists action by action, by what a service must support for them. */
export function tagFamilyOf(written: string): 'resourceTags' | 'requestTags' | undefined {
  const lower = written.toLowerCase()
  if (lower.startsWith('aws:resourcetag/')) return 'resourceTags'
  return lower.startsWith('aws:requesttag/') || lower === 'aws:tagkeys' ? 'requestTags' : undefined
}

/**
 * The strings of Action whose service never sends the tags that a clause tests, so that the clause never holds for them. Only for the
 * policy types in which that has a check of its own, and for operators that an absent key fails.
 */
export function untaggedEntries(
  context: SourceContext,
  statement: Statement,
  clause: ConditionClause,
): readonly { readonly entry: Located<string>; readonly service: Service }[] {
  const family = tagFamilyOf(clause.key.value)
  const types: readonly SourceContext['type'][] =
    statement.effect?.value === 'Deny' ? typesOfDeny : typesOfAllow
  if (!family || !types.includes(context.type) || holdsWithoutKey(clause) !== false) return []
  return knownEntries(context, statement).flatMap(({ entry, meaning }) => {
    if (meaning.kind === 'everything' || hasWildcard(entry.value.split(':')[0] ?? '')) return []
    const service = findService(context.reference, meaning.actions[0]?.service ?? '')
    return typeof service === 'string' || service[family] ? [] : [{ entry, service }]
  })
}

/** Where a Deny by tags of services without tags is reported. */
export const typesOfDeny = [
  'identity',
  'boundary',
  'session',
  'scp',
] as const satisfies readonly SourceContext['type'][]
/** Where an Allow by tags of services without tags is reported. */
export const typesOfAllow = [
  'identity',
  'resource',
] as const satisfies readonly SourceContext['type'][]
