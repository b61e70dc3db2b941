import {
  levelOf,
  serviceMarks,
  type CompiledNames,
  type CompiledService,
  type CompiledServiceNames,
} from './compiled.ts'
import { uncrossNames } from './crossed-names.ts'
import { globalKey, type KeyType } from './global-keys.ts'
import type {
  Action,
  ActionDetails,
  ConditionKey,
  Names,
  ResourceType,
  Service,
  ServiceDetails,
  ServicePrincipal,
} from './reference.ts'

/** Reads `names.json`, parsed; undefined for anything that is not such a file. */
export function decodeNames(json: unknown): Names | undefined {
  return decoded(json, ['edition', 'services', 'withdrawn', 'servicePrincipals'], (file) =>
    namesOf(file as unknown as CompiledNames),
  )
}

/** Reads `<service>.json`, parsed; undefined for anything that is not such a file. */
export function decodeService(json: unknown): ServiceDetails | undefined {
  return decoded(json, ['prefix', 'keys', 'types', 'actions'], (file) =>
    detailsFrom(file as unknown as CompiledService),
  )
}

/**
 * The files come from our own build, so what can go wrong is a file that is another one altogether: an error page, or one of an
 * older build. Then a member is missing or the reading fails half-way, and both mean the same: nothing was loaded.
 */
function decoded<T>(
  json: unknown,
  members: readonly string[],
  read: (file: object) => T,
): T | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  if (!members.every((member) => member in json)) return undefined
  try {
    return read(json)
  } catch {
    return undefined
  }
}

function namesOf(file: CompiledNames): Names {
  const services = file.services.map(serviceOf)
  return {
    edition: { date: file.edition.date, version: file.edition.version },
    services,
    byPrefix: new Map(services.map((service) => [service.prefix.toLowerCase(), service])),
    withdrawn: new Map(
      file.withdrawn.map(([prefix, product, replacedBy, page]) => [
        prefix,
        { prefix, product, page, ...(replacedBy && { replacedBy }) },
      ]),
    ),
    keyHomes: new Map(Object.entries(file.keyHomes)),
    arnHomes: new Map(Object.entries(file.arnHomes)),
    servicePrincipals: file.servicePrincipals.map(
      ([name, product, source, page]): ServicePrincipal => ({
        name,
        product,
        source: source === 'always' || source === 'resources' ? source : 'unknown',
        ...(page && { page }),
      }),
    ),
  }
}

function serviceOf([
  prefix,
  product,
  marks,
  crossed,
  permissionOf,
  otherNames,
]: CompiledServiceNames): Service {
  const actions = uncrossNames(crossed)
    .map(({ name, accessLevel, takesResource }): Action => ({
      service: prefix,
      name,
      id: `${prefix}:${name}`,
      accessLevel,
      takesResource,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    prefix,
    product,
    otherNames,
    actions,
    byName: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    permissionOf: new Map(
      permissionOf.map((pair) => {
        const [operation = '', permission = ''] = pair.split(' ')
        return [operation.toLowerCase(), permission]
      }),
    ),
    resourceControlPolicies: marks.includes(serviceMarks.resourceControlPolicies),
    resourceTags: marks.includes(serviceMarks.resourceTags),
    requestTags: marks.includes(serviceMarks.requestTags),
  }
}

function detailsFrom(file: CompiledService): ServiceDetails {
  const conditionKeys = file.keys.map(([name, type, multivalued, description]): ConditionKey => ({
    name,
    type: type as KeyType,
    multivalued: multivalued === 1,
    description,
    global: globalKey(name) !== undefined,
  }))
  const keysAt = (numbers: readonly number[]) => numbers.map((number) => at(conditionKeys, number))
  const formats = file.types.map(([, arn]) => withoutNames(arn))
  const resourceTypes = file.types.map(([name, arn, keys]): ResourceType => ({
    service: file.prefix,
    name,
    arn,
    endsAtSlash: formats.some((other) => other.startsWith(`${withoutNames(arn)}/`)),
    keys: keysAt(keys),
  }))
  const actions = file.actions.map(
    ([name, level, description, types, keys, companions, unlisted]): ActionDetails => ({
      service: file.prefix,
      name,
      id: `${file.prefix}:${name}`,
      accessLevel: levelOf(level),
      takesResource: types.length > 0 || unlisted === 1,
      description,
      resourceTypes: types.map(([type, required, keysHere]) => ({
        type: at(resourceTypes, type),
        required: required === 1,
        keys: keysAt(keysHere),
      })),
      keys: keysAt(keys),
      companions: companions.map(([action, when, always, page]) => ({
        action,
        when,
        need: always === 1 ? 'always' : 'sometimes',
        page,
      })),
      page: file.page + name,
    }),
  )
  return {
    prefix: file.prefix,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes,
    conditionKeys,
  }
}

const withoutNames = (arn: string) => arn.replace(/\$\{\w+\}/gu, '${}')

/** A number that points nowhere means the file is not ours. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError('a number points outside its list')
  return item
}
