import {
  accountWords,
  arnHomes,
  fitsFormat,
  partitions,
  regions,
  resourceTypesOf,
  type Reference,
  type ResourceType,
} from '#reference'
import type { SourceContext } from '../check.ts'
import { remembered } from '../remembered.ts'
import { splitFields } from './fields.ts'

/** An ARN as a policy has it, wildcards and variables included. The resource may hold colons of its own. */
export interface WrittenArn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

let lastWritten = ''
let lastArn: WrittenArn | undefined

/** The fields of an ARN; undefined for what is none or has too few. A colon in a variable ends no field. */
export function readArn(written: string): WrittenArn | undefined {
  // Each string of Resource is shown to many checks in a row.
  if (written !== lastWritten) {
    lastArn = split(written)
    lastWritten = written
  }
  return lastArn
}

function split(written: string): WrittenArn | undefined {
  const [scheme, partition, service, region, account, ...rest] = splitFields(written)
  if (scheme !== 'arn' || rest.length === 0) return undefined
  return {
    partition: partition ?? '',
    service: service ?? '',
    region: region ?? '',
    account: account ?? '',
    resource: rest.join(':'),
  }
}

/** The ARN as it is written, with some fields replaced. */
export function writeArn(arn: WrittenArn, changes: Partial<WrittenArn> = {}): string {
  const { partition, service, region, account, resource } = { ...arn, ...changes }
  return ['arn', partition, service, region, account, resource].join(':')
}

/** Whether a field can hold anything: a wildcard or a variable is in it. */
export function isOpen(field: string): boolean {
  return /[*?]|\$\{/u.test(field)
}

export function isPartition(field: string): boolean {
  return isOpen(field) || partitions.some(({ name }) => name === field)
}

export function isRegion(field: string): boolean {
  return field === '' || isOpen(field) || regions.has(field)
}

/** Accounts of sellers and samples, which AWS writes as a word. */
const words = [...accountWords, 'amazon', 'aws-marketplace', 'elasticbeanstalk', 'third-party']

/** Twelve digits, nothing, or a word that a resource type of the service has there. */
export function isAccount({ account, service }: WrittenArn, reference: Reference): boolean {
  if (account === '' || isOpen(account) || /^\d{12}$/u.test(account)) return true
  if (words.includes(account)) return true
  const homes = arnHomes(reference, service)
  return (
    typeof homes !== 'string' &&
    homes.some((home) =>
      reference.details.get(home)?.resourceTypes.some(({ arn }) => splitFields(arn)[4] === account),
    )
  )
}

/** `'unknown'` for a service field that names no service. */
export function serviceOfArn(reference: Reference, { service }: WrittenArn) {
  if (isOpen(service)) return 'open'
  const homes = arnHomes(reference, service.toLowerCase())
  if (typeof homes !== 'string') return 'known'
  return homes === 'unknown' && reference.names?.withdrawn.has(service.toLowerCase())
    ? 'known'
    : homes
}

/**
 * Whether some field of a Resource string is wrong in itself, so that there is no use in holding it against actions. What is no
 * ARN at all is wrong, `*` is not.
 */
function isMisshapen(reference: Reference, written: string): boolean {
  if (/^\*+$/u.test(written)) return false
  const arn = readArn(written)
  if (!arn) return !/^arn:.*\*$/u.test(written)
  return (
    !isPartition(arn.partition) ||
    !isRegion(arn.region) ||
    !isAccount(arn, reference) ||
    arn.service !== arn.service.toLowerCase() ||
    serviceOfArn(reference, arn) === 'unknown'
  )
}

/**
 * The resource types that the last field of an ARN can mean, whatever its region and account. Undefined when the ARN is misshapen, its
 * service open, or the facts are not there.
 */
export function typesByResource(
  context: SourceContext,
  written: string,
): readonly ResourceType[] | undefined {
  return byResource(context)(written)
}

const byResource = remembered(fitting)

function fitting(reference: Reference, written: string): readonly ResourceType[] | undefined {
  const arn = readArn(written)
  if (!arn || isMisshapen(reference, written) || isOpen(arn.service)) return undefined
  const anywhere = writeArn(arn, { partition: '*', region: '*', account: '*' })
  return typesOfService(reference, arn.service)?.filter((type) => fitsFormat(type, anywhere))
}

/** The resource types of every service whose ARNs have this service field; undefined while their facts are not all there. */
export function typesOfService(
  reference: Reference,
  service: string,
): readonly ResourceType[] | undefined {
  const homes = arnHomes(reference, service)
  if (typeof homes === 'string') return undefined
  const types: ResourceType[] = []
  for (const home of homes) {
    const more = resourceTypesOf(reference, home)
    if (more === 'notLoaded') return undefined
    if (more !== 'unknown') types.push(...more)
  }
  return types
}

/** Whether every one of these types, and there is one, leaves a field of its ARNs empty. */
export function allLeaveEmpty(
  types: readonly ResourceType[],
  field: 'region' | 'account',
): boolean {
  return types.length > 0 && types.every((type) => fieldOf(type, field) === '')
}

/** Whether every one of these types, and there is one, has something in a field of its ARNs. */
export function allFill(types: readonly ResourceType[], field: 'region' | 'account'): boolean {
  return types.length > 0 && types.every((type) => fieldOf(type, field) !== '')
}

function fieldOf({ arn }: ResourceType, field: 'region' | 'account'): string {
  return splitFields(arn)[field === 'region' ? 3 : 4] ?? ''
}
