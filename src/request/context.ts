import type { Principal } from './principal.ts'
import type { Resource } from './resource.ts'
import { epochOf, isoOf } from './time.ts'

/** Where a context entry comes from: typed in by hand, or derived from another part of the request. */
export type ContextOrigin =
  'set' | 'principal' | 'principalTags' | 'resource' | 'resourceTags' | 'requestTags' | 'time'

export interface ContextEntry {
  /** The key as written; keys are compared without case. */
  readonly key: string
  /** Never empty: a key with an empty list of values is absent. */
  readonly values: readonly string[]
  /** Written as a list, or a key that is multivalued by nature. A multivalued key has no use as a variable. */
  readonly multivalued: boolean
  readonly origin: ContextOrigin
}

/** The request context: entries by key in lower case. */
export type Context = ReadonlyMap<string, ContextEntry>

/** The entry of `key`, compared without case; undefined when the request does not carry it. */
export function contextEntry(context: Context, key: string): ContextEntry | undefined {
  return context.get(key.toLowerCase())
}

type Tags = Readonly<Record<string, string>> | undefined

export interface ContextSources {
  readonly principal: Principal
  readonly principalTags: Tags
  readonly resource: Resource
  readonly resourceTags: Tags
  readonly requestTags: Tags
  readonly set: Readonly<Record<string, string | readonly string[]>> | undefined
}

/**
 * Everything the request carries: what is set by hand, and what follows from its other parts. What is set wins over what
 * is derived, and nothing else is invented: a key that is neither is absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(sources: ContextSources): Context {
  const context = new Map<string, ContextEntry>()
  const derive = (key: string, value: string | undefined, origin: ContextOrigin) => {
    if (value !== undefined)
      context.set(key.toLowerCase(), { key, values: [value], multivalued: false, origin })
  }
  derivePrincipal(sources.principal, derive)
  derive('aws:ResourceAccount', sources.resource.account, 'resource')
  deriveTags(context, 'aws:PrincipalTag/', sources.principalTags, 'principalTags')
  deriveTags(context, 'aws:ResourceTag/', sources.resourceTags, 'resourceTags')
  deriveTags(context, 'aws:RequestTag/', sources.requestTags, 'requestTags')
  const tagKeys = Object.keys(sources.requestTags ?? {})
  if (tagKeys.length > 0)
    context.set('aws:tagkeys', {
      key: 'aws:TagKeys',
      values: tagKeys,
      multivalued: true,
      origin: 'requestTags',
    })
  for (const [key, value] of Object.entries(sources.set ?? {})) {
    const lower = key.toLowerCase()
    const values = typeof value === 'string' ? [value] : value
    if (values.length > 0)
      context.set(lower, { key, values, multivalued: typeof value !== 'string', origin: 'set' })
    else context.delete(lower)
  }
  deriveTime(context, derive)
  return context
}

type Derive = (key: string, value: string | undefined, origin: ContextOrigin) => void

/** `aws:PrincipalType` of the kinds that have one. */
const principalTypes: Partial<Record<Principal['kind'], string>> = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
  anonymous: 'Anonymous',
}

function derivePrincipal(principal: Principal, derive: Derive): void {
  derive('aws:PrincipalArn', principalArn(principal), 'principal')
  const account =
    principal.kind === 'anonymous'
      ? 'anonymous'
      : 'account' in principal
        ? principal.account
        : undefined
  derive('aws:PrincipalAccount', account, 'principal')
  derive('aws:PrincipalType', principalTypes[principal.kind], 'principal')
  if (principal.kind === 'user') derive('aws:username', principal.name, 'principal')
  if (principal.kind === 'service')
    derive('aws:PrincipalServiceName', principal.service, 'principal')
  derive('aws:PrincipalIsAWSService', isAwsService(principal), 'principal')
}

/** A session's `aws:PrincipalArn` is the ARN of its role. */
function principalArn(principal: Principal): string | undefined {
  if (principal.kind === 'roleSession')
    return `arn:${principal.partition}:iam::${principal.account}:role/${principal.role}`
  return 'account' in principal ? principal.arn : undefined
}

/** Present in every signed request; web identities, SAML assertions and anonymous callers do not sign. */
function isAwsService(principal: Principal): string | undefined {
  switch (principal.kind) {
    case 'service':
      return 'true'
    case 'anonymous':
    case 'federatedProvider':
    case 'unknown':
      return undefined
    case 'user':
    case 'role':
    case 'roleSession':
    case 'federatedUser':
    case 'root':
    case 'canonicalUser':
      return 'false'
  }
}

/** One single-valued key per tag. Tags whose keys differ only by case share an entry (semantics.md 14.15). */
function deriveTags(
  context: Map<string, ContextEntry>,
  prefix: string,
  tags: Tags,
  origin: ContextOrigin,
): void {
  for (const [tag, value] of Object.entries(tags ?? {})) {
    const key = prefix + tag
    const lower = key.toLowerCase()
    const values = [...(context.get(lower)?.values ?? []), value]
    context.set(lower, { key, values, multivalued: values.length > 1, origin })
  }
}

/** `aws:CurrentTime` and `aws:EpochTime` follow each other when only one is set. */
function deriveTime(context: Map<string, ContextEntry>, derive: Derive): void {
  const current = context.get('aws:currenttime')
  const epoch = context.get('aws:epochtime')
  if (current && !epoch) derive('aws:EpochTime', epochOf(current.values[0] ?? ''), 'time')
  if (epoch && !current) derive('aws:CurrentTime', isoOf(epoch.values[0] ?? ''), 'time')
}
