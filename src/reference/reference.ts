import type { KeyType } from './global-keys.ts'

/**
 * What exists in AWS, as far as it is loaded: an immutable snapshot that grows service by service.
 *
 * Invariant: what is not loaded is never wrong. Every question answers `'notLoaded'` until its facts are there, so nobody can
 * mistake a late file for a name that does not exist.
 */
export interface Reference {
  readonly names: Names | undefined
  /** By service prefix, in lower case. */
  readonly details: ReadonlyMap<string, ServiceDetails>
}

/** An answer that needs nothing but its facts. */
export type Loaded<T> = T | 'notLoaded'

/** An answer about one name: it exists, it does not, or that is not known yet. */
export type Found<T> = T | 'unknown' | 'notLoaded'

/** Which edition of AWS's facts this is. */
export interface Edition {
  /** The day the facts were gathered: `2026-09-26`. */
  readonly date: string
  /** The version of the package they come from. */
  readonly version: string
}

/** All services and the names of all actions: the first file, enough to tell a name from a mistake. */
export interface Names {
  readonly edition: Edition
  /** In order of their prefixes. */
  readonly services: readonly Service[]
  /** By prefix, in lower case. */
  readonly byPrefix: ReadonlyMap<string, Service>
  /** By prefix, in lower case: services that are gone, and prefixes that were replaced; some of them are listed still. */
  readonly withdrawn: ReadonlyMap<string, WithdrawnService>
  /** Services whose keys start with something else than their prefix: `saml:` belongs to `sts`. */
  readonly keyHomes: ReadonlyMap<string, readonly string[]>
  /** Services whose ARNs have another service field than their prefix: `iam` is used by `sts` as well. */
  readonly arnHomes: ReadonlyMap<string, readonly string[]>
  readonly servicePrincipals: readonly ServicePrincipal[]
}

export interface Service {
  /** As in `prefix:Action`, in lower case. */
  readonly prefix: string
  /** The product's name: `Amazon SQS`. */
  readonly product: string
  /** What else people call it: `Simple Queue Service`. */
  readonly otherNames: readonly string[]
  /** In alphabetical order. */
  readonly actions: readonly Action[]
  /** By name, in lower case. */
  readonly byName: ReadonlyMap<string, Action>
  /** Names of API operations whose permission is called otherwise, in lower case: `headobject` → `GetObject`. */
  readonly permissionOf: ReadonlyMap<string, string>
  /** Whether resource control policies apply to it. */
  readonly resourceControlPolicies: boolean
  /** Whether tags of its resources can be tested (`aws:ResourceTag`). */
  readonly resourceTags: boolean
  /** Whether tags of a request can be tested (`aws:RequestTag`). */
  readonly requestTags: boolean
}

/** As in AWS's tables; tagging and permissions management are kinds of writing. */
export const accessLevels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const
export type AccessLevel = (typeof accessLevels)[number]

export interface Action {
  /** The service's prefix. */
  readonly service: string
  /** As AWS spells it. */
  readonly name: string
  /** `service:Name`. */
  readonly id: string
  readonly accessLevel: AccessLevel
  /** Whether it can be limited to resources; else it is granted by `*` only. */
  readonly takesResource: boolean
}

/** A service that AWS has shut down, or a prefix it has replaced. */
export interface WithdrawnService {
  readonly prefix: string
  readonly product: string
  /** The prefix to write now, where there is one. */
  readonly replacedBy?: string
  /** AWS's page that says so. */
  readonly page: string
}

/** A service as the caller of another one. */
export interface ServicePrincipal {
  /** `sns.amazonaws.com` */
  readonly name: string
  readonly product: string
  /** Whether its calls carry `aws:SourceArn` and `aws:SourceAccount`: in calls to resources, also when it assumes a role, or not known. */
  readonly source: 'always' | 'resources' | 'unknown'
  /** AWS's page that says so, for the first two. */
  readonly page?: string
}

/** One service in full: the file that is fetched when a document first mentions the service. */
export interface ServiceDetails {
  readonly prefix: string
  /** By action name, in lower case. */
  readonly actions: ReadonlyMap<string, ActionDetails>
  readonly resourceTypes: readonly ResourceType[]
  readonly conditionKeys: readonly ConditionKey[]
}

export interface ActionDetails extends Action {
  /** A verb phrase without a period: `create a queue`. */
  readonly description: string
  readonly resourceTypes: readonly ActionResource[]
  /** Keys of its own; those of its resource types are with the types. */
  readonly keys: readonly ConditionKey[]
  readonly companions: readonly Companion[]
  /** The service's page in AWS's Service Authorization Reference, at this action. */
  readonly page: string
}

/** A resource type as one action uses it. */
export interface ActionResource {
  readonly type: ResourceType
  readonly required: boolean
  /** Keys this action carries for this type, beside those of the type itself. */
  readonly keys: readonly ConditionKey[]
}

export interface ResourceType {
  readonly service: string
  readonly name: string
  /** With a placeholder for what varies: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string
  /** Whether its last placeholder ends at a slash, because a longer format goes on there: `${BucketName}` and `…/${ObjectName}`. */
  readonly endsAtSlash: boolean
  readonly keys: readonly ConditionKey[]
}

export interface ConditionKey {
  /** As AWS spells it; `${…}` stands for what the author fills in: `aws:ResourceTag/${TagKey}`. */
  readonly name: string
  readonly type: KeyType
  /** Carries a list: needs `ForAllValues` or `ForAnyValue`. */
  readonly multivalued: boolean
  readonly description: string
  /** One of the keys that are the same in every service. */
  readonly global: boolean
}

/** Another permission that a call needs. */
export interface Companion {
  /** `iam:PassRole` */
  readonly action: string
  /** Completes "needs it …": `to hand the function its role`. */
  readonly when: string
  /** Whether every call needs it, or only those that use a certain parameter. */
  readonly need: 'always' | 'sometimes'
  readonly page: string
}

/** Nothing loaded yet. */
export const emptyReference: Reference = { names: undefined, details: new Map() }

/** The same facts and the names. */
export function withNames(reference: Reference, names: Names): Reference {
  return { ...reference, names }
}

/** The same facts and one service in full. */
export function withService(reference: Reference, service: ServiceDetails): Reference {
  return { ...reference, details: new Map(reference.details).set(service.prefix, service) }
}
