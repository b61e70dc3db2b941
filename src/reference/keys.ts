import { globalKey, globalKeys, type GlobalKey } from './global-keys.ts'
import { actionDetails, detailsOf } from './lookup.ts'
import type { ActionDetails, ConditionKey, Found, Reference } from './reference.ts'

/** The keys that are the same in every service. */
export const globalConditionKeys: readonly ConditionKey[] = globalKeys.map(fromGlobal)

const globalByName = new Map(globalConditionKeys.map((key) => [key.name.toLowerCase(), key]))

function fromGlobal({ name, type, multivalued, description, tag }: GlobalKey): ConditionKey {
  return { name: tag ? `${name}\${TagKey}` : name, type, multivalued, description, global: true }
}

/** Whether what an author wrote is this key: case is ignored, and a placeholder stands for one character or more. */
export function isKey({ name }: ConditionKey, written: string): boolean {
  const lower = written.toLowerCase()
  // AWS writes the placeholder of a tag in braces, and in a few places as a word.
  const spelled = name.toLowerCase()
  const known = spelled.endsWith('/tag-key') ? spelled.replace('tag-key', '${tagkey}') : spelled
  const open = known.indexOf('${')
  if (open < 0) return known === lower
  const close = known.indexOf('}', open)
  const before = known.slice(0, open)
  const after = known.slice(close + 1)
  return (
    lower.length > before.length + after.length && lower.startsWith(before) && lower.endsWith(after)
  )
}

/**
 * The key that an author wrote, placeholders filled in or not: `aws:ResourceTag/Owner`, `S3:prefix`. The prefix of a key tells
 * its service; `'unknown'` is also the answer for a prefix that is none (an OpenID Connect issuer takes any claim).
 */
export function findConditionKey(reference: Reference, written: string): Found<ConditionKey> {
  const global = globalKey(written)
  if (global) {
    const key = globalByName.get(fromGlobal(global).name.toLowerCase())
    if (key) return key
  }
  const prefix = keyPrefix(written)
  if (prefix === 'aws') return 'unknown'
  const { names } = reference
  let missing = names === undefined
  for (const home of keyHomes(reference, prefix)) {
    const details = detailsOf(reference, home)
    if (details === 'notLoaded') missing = true
    else if (details !== 'unknown') {
      const key = details.conditionKeys.find((candidate) => isKey(candidate, written))
      if (key) return key
    }
  }
  return missing ? 'notLoaded' : 'unknown'
}

/** The prefixes of the services that list the keys starting with `prefix:`; usually the one of that name. */
export function keyHomes({ names }: Reference, prefix: string): readonly string[] {
  const lower = prefix.toLowerCase()
  return [lower, ...(names?.keyHomes.get(lower) ?? [])]
}

/** What stands before the first colon of a key, in lower case. */
export function keyPrefix(written: string): string {
  const colon = written.indexOf(':')
  return (colon < 0 ? written : written.slice(0, colon)).toLowerCase()
}

/** Every key that a service lists for its actions and resource types. */
export function conditionKeysOf(
  reference: Reference,
  prefix: string,
): Found<readonly ConditionKey[]> {
  const details = detailsOf(reference, prefix)
  return typeof details === 'string' ? details : details.conditionKeys
}

/** The keys an action carries beside the global ones: its own and those of its resource types. */
export function keysOfAction(reference: Reference, action: string): Found<readonly ConditionKey[]> {
  const details = actionDetails(reference, action)
  return typeof details === 'string' ? details : listedKeys(details)
}

function listedKeys({ keys, resourceTypes }: ActionDetails): readonly ConditionKey[] {
  const all = new Set(keys)
  for (const { type, keys: here } of resourceTypes) {
    for (const key of here) all.add(key)
    for (const key of type.keys) all.add(key)
  }
  return [...all]
}

/**
 * Whether requests for an action carry a key: `listed` by AWS for the action or one of its resource types; `global`, so it may
 * come with any action; or `unlisted`. AWS's lists have gaps, so `unlisted` is a doubt and no proof.
 * The tags of resources and requests are global by name only: they come with the actions that list them.
 */
export function keySupport(
  reference: Reference,
  action: string,
  key: string,
): Found<'listed' | 'global' | 'unlisted'> {
  const global = globalKey(key)
  if (global && !listedPerAction.has(global.name.toLowerCase())) return 'global'
  const keys = keysOfAction(reference, action)
  if (typeof keys === 'string') return keys
  return keys.some((candidate) => isKey(candidate, key)) ? 'listed' : 'unlisted'
}

/** Global keys that AWS lists action by action. */
const listedPerAction = new Set(['aws:requesttag/', 'aws:resourcetag/', 'aws:tagkeys'])
