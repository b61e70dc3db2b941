import {
  findConditionKey,
  globalKey,
  keyValues,
  regions,
  servicePrincipals,
  type Reference,
} from '#reference'
import type { Situation } from './completion.ts'
import {
  accountsInUse,
  principalsInUse,
  regionsInUse,
  resourcesInUse,
  tagNamesInUse,
} from './in-use.ts'

/** A value that a key can have, and why it is offered. */
export interface KnownValue {
  readonly value: string
  readonly detail: string
}

/** Keys whose values are service principals. */
const callers = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
])

const accountKeys = new Set([
  'aws:principalaccount',
  'aws:resourceaccount',
  'aws:sourceaccount',
  's3:resourceaccount',
  'kms:calleraccount',
])

/** The values that a key can have, of those that are closed sets or that the workspace tells. */
export function closedValues(
  key: string,
  situation: Situation,
  reference: Reference,
): readonly KnownValue[] {
  const lower = key.toLowerCase()
  const set = keyValues(key)
  if (set) return set.values.map((value) => ({ value, detail: 'a value of this key' }))
  if (lower === 'aws:requestedregion' || lower === 'ec2:region') {
    const used = new Set(regionsInUse(situation))
    return [...used, ...[...regions.keys()].filter((region) => !used.has(region))].map((value) => ({
      value,
      detail: regions.get(value)?.title ?? 'Region',
    }))
  }
  if (accountKeys.has(lower))
    return accountsInUse(situation).map((value) => ({ value, detail: 'in this workspace' }))
  if (callers.has(lower)) {
    const known = servicePrincipals(reference)
    return known === 'notLoaded'
      ? []
      : known.map(({ name, product }) => ({ value: name, detail: product }))
  }
  if (lower === 'aws:tagkeys')
    return tagNamesInUse(situation).map((value) => ({ value, detail: 'a tag in this workspace' }))
  if (lower === 'aws:principalarn')
    return principalsInUse(situation, 'AWS')
      .filter((arn) => arn.startsWith('arn:'))
      .map((value) => ({ value, detail: 'in this workspace' }))
  const row = globalKey(key) ?? findConditionKey(reference, key)
  if (typeof row === 'string') return []
  if (row.type === 'bool')
    return ['true', 'false'].map((value) => ({ value, detail: 'true or false' }))
  if (row.type === 'arn')
    return resourcesInUse(situation).map((value) => ({ value, detail: 'in this workspace' }))
  return []
}
