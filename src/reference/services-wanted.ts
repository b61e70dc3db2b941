import type { PolicyDocument } from '#policy'
import { splitArn } from '#policy'
import { arnHomes } from './arn-formats.ts'
import { keyHomes, keyPrefix } from './keys.ts'
import { servicesMatching, splitAction } from './lookup.ts'
import type { Reference } from './reference.ts'

/** What texts say that has to do with services. */
export interface Mentions {
  /** As in `Action`: `s3:Get*`. */
  readonly actions: readonly string[]
  /** As in `Resource`: ARNs and patterns. */
  readonly resources: readonly string[]
  /** Names of condition keys. */
  readonly keys: readonly string[]
}

/** A wildcard for the service can mean all of them; that is no wish for 456 files. */
const mostByWildcard = 5

/** What a policy mentions. */
export function mentionsOf({ statements }: PolicyDocument): Mentions {
  return {
    actions: statements.flatMap(({ action }) => action?.patterns.map(({ value }) => value) ?? []),
    resources: statements.flatMap(
      ({ resource }) => resource?.patterns.map(({ value }) => value) ?? [],
    ),
    keys: statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.value)),
  }
}

/**
 * The prefixes of the services whose details would answer what is asked about these texts, and that are not loaded. Until the names
 * are there, nobody knows which services exist, and the answer is none.
 */
export function servicesWanted(
  reference: Reference,
  mentioned: readonly Mentions[],
): readonly string[] {
  const { names } = reference
  if (!names) return []
  const wanted = new Set<string>()
  for (const { actions, resources, keys } of mentioned) {
    for (const action of actions) {
      const services = servicesMatching(reference, splitAction(action).prefix)
      if (services !== 'notLoaded' && services.length <= mostByWildcard)
        for (const { prefix } of services) wanted.add(prefix)
    }
    for (const resource of resources) {
      const homes = arnHomes(reference, splitArn(resource)?.service ?? '')
      // Whether an ARN has the form of any resource can be told only with all of them.
      if (typeof homes !== 'string') for (const home of homes) wanted.add(home)
    }
    for (const key of keys) for (const home of keyHomes(reference, keyPrefix(key))) wanted.add(home)
  }
  return [...wanted].filter(
    (prefix) => names.byPrefix.has(prefix) && !reference.details.has(prefix),
  )
}
