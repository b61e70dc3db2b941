import {
  conditionOperatorNames,
  parseConditionOperator,
  type ConditionOperator,
  type OperatorEntry,
} from '#policy'
import { globalKeys, type GlobalKey, type KeyType } from '#reference'
import { contextEntry, type AccessRequest } from '#request'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { otherNames } from './place.ts'
import { literal } from './snippet.ts'
import { keyTypeWords, operatorWords } from './vocabulary.ts'
import { listed, shown } from './words.ts'

/** The operators: the plain ones first, then those with IfExists, then those with a set prefix. */
export function operatorOffers({ place }: Occasion): readonly Offer[] {
  const present = otherNames(place.object, place.span)
  const step = (name: string) => {
    const operator = parseConditionOperator(name)
    return (operator?.set === undefined ? 0 : 2) + (operator?.ifExists ? 1 : 0)
  }
  return conditionOperatorNames
    .filter((name) => !present.has(name))
    .toSorted((a, b) => step(a) - step(b))
    .map((name) => ({
      label: name,
      kind: 'operator',
      value: '{ $1 }',
      documentation: operatorWords(name) ?? '',
      continues: true,
    }))
}

/** The types of key that an operator family compares; every type for one that is not listed. */
const fitting: Partial<Record<OperatorEntry['family'], readonly KeyType[]>> = {
  string: ['string', 'arn'],
  numeric: ['numeric', 'epoch'],
  date: ['date', 'epoch'],
  bool: ['bool'],
  binary: [],
  ip: ['ip'],
  arn: ['arn'],
}

/** Context keys that fit the operator: those of the request first, then the global ones. */
export function contextKeyOffers(
  operatorName: string,
  { place, request }: Occasion,
): readonly Offer[] {
  const operator = parseConditionOperator(operatorName)
  const present = new Set(
    [...otherNames(place.object, place.span)].map((name) => name.toLowerCase()),
  )
  const types = operator && fitting[operator.entry.family]
  const known = globalKeys
    .filter(({ name, type }) => !present.has(name.toLowerCase()) && (types?.includes(type) ?? true))
    // A set operator is for keys with several values, and only they need one.
    .toSorted(
      (a, b) => Number(a.multivalued !== sets(operator)) - Number(b.multivalued !== sets(operator)),
    )
  const carried = carriedOffers(request, operator, present)
  const offered = new Set(carried.map(({ label }) => label.toLowerCase()))
  return [
    ...carried,
    ...known
      .filter(({ name }) => !offered.has(name.toLowerCase()))
      .map((key) => globalKeyOffer(key, operator)),
  ]
}

function sets(operator: ConditionOperator | undefined): boolean {
  return operator?.set !== undefined
}

/** Keys that the request carries and no table knows, or that name a tag: the ones a person is most likely after. */
function carriedOffers(
  request: AccessRequest | undefined,
  operator: ConditionOperator | undefined,
  present: ReadonlySet<string>,
): readonly Offer[] {
  const types = operator && fitting[operator.entry.family]
  return [...(request?.context.values() ?? [])]
    .filter(({ key }) => !present.has(key.toLowerCase()))
    .filter(({ key, origin }) => {
      const known = keyRow(key)
      if (known) return (known.tag || origin === 'set') && (types?.includes(known.type) ?? true)
      return origin === 'set'
    })
    .map(({ key, values }) => ({
      label: key,
      kind: 'key',
      value: valueOf(operator),
      detail: `in the request: ${listed(values.map(shown))}`,
      documentation: keyRow(key)?.description ?? '',
      continues: true,
    }))
}

function keyRow(key: string): GlobalKey | undefined {
  const lower = key.toLowerCase()
  return globalKeys.find(({ name, tag }) =>
    tag ? lower.startsWith(name.toLowerCase()) : lower === name.toLowerCase(),
  )
}

function globalKeyOffer(key: GlobalKey, operator: ConditionOperator | undefined): Offer {
  const { name, tag, description, present, type, multivalued } = key
  const doubt =
    multivalued && !sets(operator)
      ? ', needs ForAnyValue or ForAllValues'
      : multivalued
        ? ', several values'
        : ''
  return {
    label: tag ? `${name}…` : name,
    kind: 'key',
    ...(tag ? { name: `${literal(name)}\${1:key}` } : { name: literal(name) }),
    value: valueOf(operator),
    detail: `${keyTypeWords[type]}${doubt}`,
    documentation: `${description} ${present}`,
    continues: !tag,
  }
}

function valueOf(operator: ConditionOperator | undefined): string {
  return operator?.set === undefined ? '"$2"' : '["$2"]'
}

/** Values for one key under one operator. */
export function conditionValueOffers(
  operatorName: string,
  key: string,
  { request, source }: Occasion,
): readonly Offer[] {
  const operator = parseConditionOperator(operatorName)
  const family = operator?.entry.family
  if (family === 'bool' || family === 'null')
    return ['true', 'false'].map((value) => ({
      label: value,
      kind: 'value',
      value: quotedSnippet(value),
      documentation: family === 'null' ? (nullWords[value] ?? '') : '',
    }))
  const carried = request && contextEntry(request.context, key)
  const values = (carried?.values ?? []).map((value): Offer => ({
    label: value,
    kind: 'value',
    value: quotedSnippet(value),
    detail: 'in the request',
  }))
  if (operator?.entry.variables !== true || source.draft?.variables === false) return values
  return [
    ...values,
    {
      label: '${…}',
      kind: 'variable',
      value: '"\\${$1}"',
      detail: 'a variable',
      documentation: 'The value of a context key of the request.',
      continues: true,
    },
  ]
}

const nullWords: Readonly<Record<string, string>> = {
  true: 'The key must be absent from the request.',
  false: 'The key must be present in the request.',
}

/** Keys that can be a variable: single-valued ones. Those of the request come with their value. */
export function variableOffers({ request }: Occasion): readonly Offer[] {
  const carried = [...(request?.context.values() ?? [])].filter(({ multivalued }) => !multivalued)
  const names = new Set(carried.map(({ key }) => key.toLowerCase()))
  return [
    ...carried.map(({ key, values }): Offer => ({
      label: key,
      kind: 'variable',
      value: literal(key),
      detail: `here: ${listed(values.map(shown))}`,
      documentation: keyRow(key)?.description ?? '',
    })),
    ...globalKeys
      .filter(({ name, multivalued }) => !multivalued && !names.has(name.toLowerCase()))
      .map(({ name, tag, description, present, type }): Offer => ({
        label: tag ? `${name}…` : name,
        kind: 'variable',
        value: tag ? `${literal(name)}\${1:key}` : literal(name),
        detail: keyTypeWords[type],
        documentation: `${description} ${present}`,
      })),
  ]
}
