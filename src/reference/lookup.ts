import { patternTest } from './wildcard.ts'
import type {
  Action,
  ActionDetails,
  Companion,
  Edition,
  Found,
  Loaded,
  Reference,
  ResourceType,
  Service,
  ServiceDetails,
  ServicePrincipal,
  WithdrawnService,
} from './reference.ts'

/** Which edition of AWS's facts is loaded. */
export function edition({ names }: Reference): Loaded<Edition> {
  return names?.edition ?? 'notLoaded'
}

/** Every service, in order of the prefixes. */
export function allServices({ names }: Reference): Loaded<readonly Service[]> {
  return names?.services ?? 'notLoaded'
}

/** The service with this prefix; case is ignored, as IAM does. */
export function findService({ names }: Reference, prefix: string): Found<Service> {
  if (!names) return 'notLoaded'
  return names.byPrefix.get(prefix.toLowerCase()) ?? 'unknown'
}

/** The services whose prefix matches a pattern of `*` and `?`. */
export function servicesMatching(
  { names }: Reference,
  pattern: string,
): Loaded<readonly Service[]> {
  if (!names) return 'notLoaded'
  if (!hasWildcard(pattern)) {
    const service = names.byPrefix.get(pattern.toLowerCase())
    return service ? [service] : []
  }
  const matches = patternTest(pattern)
  return names.services.filter(({ prefix }) => matches(prefix.toLowerCase()))
}

/**
 * The service that was meant by a product's name in the place of the prefix: `cloudwatchlogs` → `logs`, `stepfunctions` → `states`.
 * Spaces, punctuation and the vendor in front make no difference.
 */
export function serviceByProduct({ names }: Reference, written: string): Found<Service> {
  if (!names) return 'notLoaded'
  const wanted = bareName(written)
  return (
    names.services.find(({ product, otherNames }) =>
      [product, ...otherNames].some((name) => bareName(name) === wanted),
    ) ?? 'unknown'
  )
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .replace(/^(?:amazon|aws)/u, '')
}

/** What became of a prefix that AWS no longer lists; `'unknown'` for all others, those in use included. */
export function findWithdrawn({ names }: Reference, prefix: string): Found<WithdrawnService> {
  if (!names) return 'notLoaded'
  return names.withdrawn.get(prefix.toLowerCase()) ?? 'unknown'
}

/** The action that `service:Name` means, in any case. Wildcards are plain characters here. */
export function findAction(reference: Reference, written: string): Found<Action> {
  const { prefix, name } = splitAction(written)
  const service = findService(reference, prefix)
  if (typeof service === 'string') return service
  return service.byName.get(name.toLowerCase()) ?? 'unknown'
}

/**
 * For the name of an API operation whose permission is called otherwise, that permission: `s3:HeadObject` is allowed by
 * `s3:GetObject`.
 */
export function permissionOfOperation(reference: Reference, written: string): Found<Action> {
  const { prefix, name } = splitAction(written)
  const service = findService(reference, prefix)
  if (typeof service === 'string') return service
  const permission = service.permissionOf.get(name.toLowerCase())
  return permission === undefined ? 'unknown' : findAction(reference, `${prefix}:${permission}`)
}

/** Every action that a pattern matches: `s3:Get*`, `*`, `s?:*Object`. Without a colon only `*` matches anything. */
export function actionsMatching(reference: Reference, pattern: string): Loaded<readonly Action[]> {
  const { names } = reference
  if (!names) return 'notLoaded'
  if (pattern === '*') return names.services.flatMap(({ actions }) => actions)
  if (!pattern.includes(':')) return []
  const { prefix, name } = splitAction(pattern)
  const services = servicesMatching(reference, prefix)
  if (services === 'notLoaded') return services
  if (/^\*+$/u.test(name)) return services.flatMap(({ actions }) => actions)
  if (!hasWildcard(name))
    return services.flatMap(({ byName }) => byName.get(name.toLowerCase()) ?? [])
  const matches = patternTest(name)
  const found: Action[] = []
  for (const { byName } of services)
    for (const [lower, action] of byName) if (matches(lower)) found.push(action)
  return found
}

/** Whether the facts of a service that need `details` can be asked for. A service that does not exist has none: `'unknown'`. */
export function detailsOf(reference: Reference, prefix: string): Found<ServiceDetails> {
  const details = reference.details.get(prefix.toLowerCase())
  if (details) return details
  return findService(reference, prefix) === 'unknown' ? 'unknown' : 'notLoaded'
}

/** All about one action, given as `service:Name` in any case. */
export function actionDetails(reference: Reference, written: string): Found<ActionDetails> {
  const { prefix, name } = splitAction(written)
  const details = detailsOf(reference, prefix)
  if (typeof details === 'string') return details
  return details.actions.get(name.toLowerCase()) ?? 'unknown'
}

/** What else a call needs permission for. */
export function companionsOf(reference: Reference, written: string): Found<readonly Companion[]> {
  const details = actionDetails(reference, written)
  return typeof details === 'string' ? details : details.companions
}

/** The resource types of a service. */
export function resourceTypesOf(
  reference: Reference,
  prefix: string,
): Found<readonly ResourceType[]> {
  const details = detailsOf(reference, prefix)
  return typeof details === 'string' ? details : details.resourceTypes
}

/** Every AWS service that is known to call with a service principal. */
export function servicePrincipals({ names }: Reference): Loaded<readonly ServicePrincipal[]> {
  return names?.servicePrincipals ?? 'notLoaded'
}

/** The service principal of this name. The table is not complete: `'unknown'` is not wrong. */
export function findServicePrincipal({ names }: Reference, name: string): Found<ServicePrincipal> {
  if (!names) return 'notLoaded'
  const lower = name.toLowerCase()
  return names.servicePrincipals.find((principal) => principal.name === lower) ?? 'unknown'
}

/** `service:Name` at its first colon; without one, all of it is the service. */
export function splitAction(written: string): { readonly prefix: string; readonly name: string } {
  const colon = written.indexOf(':')
  return colon < 0
    ? { prefix: written, name: '' }
    : { prefix: written.slice(0, colon), name: written.slice(colon + 1) }
}

const hasWildcard = (text: string) => /[*?]/u.test(text)
