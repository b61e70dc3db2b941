import {
  conditionOperatorNames,
  parseConditionOperator,
  type ConditionOperator,
  type OperatorEntry,
} from '#policy'
import {
  booleanValues,
  findConditionKey,
  globalKey,
  globalKeys,
  type GlobalKey,
  type KeyType,
  type Reference,
} from '#reference'
import { contextEntry, type AccessRequest } from '#request'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { valuesInUse } from './in-use.ts'
import { closedValues } from './key-offers.ts'
import { keysOf, listedActions, someActions, type KeyUse } from './listed-actions.ts'
import { otherNames } from './place.ts'
import { literal } from './snippet.ts'
import { keyTypeWords, operatorWords } from './vocabulary.ts'
import { listed, shown } from './words.ts'

/**
 * The operators: those that fit the keys already written first; of them the plain ones, then those with IfExists, then those with a
 * set prefix.
 */
export function operatorOffers(occasion: Occasion): readonly Offer[] {
  const { place, reference } = occasion
  const present = otherNames(place.object, place.span)
  const types = keysBelow(occasion).flatMap((key) => {
    const type = typeOf(key, reference)
    return type === undefined ? [] : [type]
  })
  const step = (name: string) => {
    const operator = parseConditionOperator(name)
    const accepts = operator && fitting[operator.entry.family]
    const unfit = types.some((type) => accepts !== undefined && !accepts.includes(type))
    return (unfit ? 4 : 0) + (operator?.set === undefined ? 0 : 2) + (operator?.ifExists ? 1 : 0)
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

/** The keys under the operator whose name is being written. */
function keysBelow({ place }: Occasion): readonly string[] {
  const own = place.object?.members.find(({ key }) => key.span.start === place.span.start)?.value
  return own?.kind === 'object' ? own.members.map(({ key }) => key.value) : []
}

function typeOf(key: string, reference: Reference): KeyType | undefined {
  const known = globalKey(key) ?? findConditionKey(reference, key)
  return typeof known === 'string' ? undefined : known.type
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

/**
 * Context keys that fit the operator: those of the request first, then those that the statement's actions carry, all of them before
 * some of them, then the global ones.
 */
export function contextKeyOffers(operatorName: string, occasion: Occasion): readonly Offer[] {
  const { place, request } = occasion
  const operator = parseConditionOperator(operatorName)
  const present = new Set(
    [...otherNames(place.object, place.span)].map((name) => name.toLowerCase()),
  )
  const types = operator && fitting[operator.entry.family]
  const fits = ({ type }: { readonly type: KeyType }) => types?.includes(type) ?? true
  // A set operator is for keys with several values, and only they need one.
  const oddity = ({ multivalued }: { readonly multivalued: boolean }) =>
    Number(multivalued !== sets(operator))
  const all = [
    ...carriedOffers(request, operator, present),
    ...actionKeyOffers(
      keysHere(occasion)
        .filter(({ key }) => fits(key))
        .toSorted((a, b) => oddity(a.key) - oddity(b.key)),
      operator,
      occasion,
    ),
    ...globalKeys
      .filter(fits)
      .toSorted((a, b) => oddity(a) - oddity(b))
      .map((key) => globalKeyOffer(key, operator)),
  ]
  const offered = new Set(present)
  return all.filter(({ label }) => {
    const lower = label.toLowerCase()
    return !offered.has(lower) && offered.add(lower)
  })
}

/** What requests for the statement's actions on its resources carry. */
function keysHere({ reference, statement }: Occasion): readonly KeyUse[] {
  const resources = statement?.resource?.negated ? undefined : statement?.resource
  return keysOf(
    listedActions(reference, statement),
    resources?.patterns.map(({ value }) => value),
  )
}

function actionKeyOffers(
  uses: readonly KeyUse[],
  operator: ConditionOperator | undefined,
  { reference, statement }: Occasion,
): readonly Offer[] {
  const all = listedActions(reference, statement).length
  return uses.map(({ key, actions }): Offer => {
    const carriers = actions.length === all ? 'every action' : `${actions.length} of ${all} actions`
    const row = globalKey(key.name)
    return {
      label: key.name.replace(/\$\{[^}]*\}/u, '…'),
      kind: 'key',
      name: keySnippet(key.name),
      value: valueOf(operator),
      detail: `${keyTypeWords[key.type]}, ${carriers}${doubtWords(key.multivalued, operator)}`,
      documentation: `${row ? row.description : `${key.description}.`} Carried by ${someActions(actions, 5)}.`,
      continues: !key.name.includes('${'),
    }
  })
}

/** A key's name with a stop for what the author fills in: `aws:ResourceTag/${TagKey}`. */
function keySnippet(name: string): string {
  return name
    .split(/(\$\{[^}]*\})/u)
    .map((piece) => (piece.startsWith('${') ? `\${1:${piece.slice(2, -1)}}` : literal(piece)))
    .join('')
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
      const known = globalKey(key)
      if (known) return (known.tag || origin === 'set') && (types?.includes(known.type) ?? true)
      return origin === 'set'
    })
    .map(({ key, values }) => ({
      label: key,
      kind: 'key',
      value: valueOf(operator),
      detail: `in the request: ${listed(values.map(shown))}`,
      documentation: globalKey(key)?.description ?? '',
      continues: true,
    }))
}

function globalKeyOffer(key: GlobalKey, operator: ConditionOperator | undefined): Offer {
  const { name, tag, description, present, type, multivalued } = key
  return {
    label: tag ? `${name}…` : name,
    kind: 'key',
    ...(tag ? { name: `${literal(name)}\${1:key}` } : { name: literal(name) }),
    value: valueOf(operator),
    detail: `${keyTypeWords[type]}${doubtWords(multivalued, operator)}`,
    documentation: `${description} ${present}`,
    continues: !tag,
  }
}

function doubtWords(multivalued: boolean, operator: ConditionOperator | undefined): string {
  if (!multivalued) return ''
  return sets(operator) ? ', several values' : ', needs ForAnyValue or ForAllValues'
}

function valueOf(operator: ConditionOperator | undefined): string {
  return operator?.set === undefined ? '"$2"' : '["$2"]'
}

/** Values for one key under one operator. */
export function conditionValueOffers(
  operatorName: string,
  key: string,
  occasion: Occasion,
): readonly Offer[] {
  const { request, source, situation, reference } = occasion
  const operator = parseConditionOperator(operatorName)
  const family = operator?.entry.family
  if (family === 'bool' || family === 'null')
    return booleanValues.map((value) => ({
      label: value,
      kind: 'value',
      value: quotedSnippet(value),
      documentation: family === 'null' ? (nullWords[value] ?? '') : '',
    }))
  const carried = (request && contextEntry(request.context, key))?.values ?? []
  const values = [
    ...carried.map((value) => ({ value, detail: 'in the request' })),
    ...valuesInUse(situation, key).map((value) => ({ value, detail: 'in this workspace' })),
    ...closedValues(key, situation, reference),
  ]
  const offered = new Set<string>()
  const offers = values
    .filter(({ value }) => !offered.has(value) && offered.add(value))
    .map(({ value, detail }): Offer => ({
      label: value,
      kind: 'value',
      value: quotedSnippet(value),
      detail,
    }))
  if (operator?.entry.variables !== true || source.draft?.variables === false) return offers
  return [
    ...offers,
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
export function variableOffers(occasion: Occasion): readonly Offer[] {
  const carried = [...(occasion.request?.context.values() ?? [])].filter(
    ({ multivalued }) => !multivalued,
  )
  const offers = [
    ...carried.map(({ key, values }): Offer => ({
      label: key,
      kind: 'variable',
      value: literal(key),
      detail: `here: ${listed(values.map(shown))}`,
      documentation: globalKey(key)?.description ?? '',
    })),
    ...globalKeys
      .filter(({ multivalued }) => !multivalued)
      .map(({ name, tag, description, present, type }): Offer => ({
        label: tag ? `${name}…` : name,
        kind: 'variable',
        value: tag ? `${literal(name)}\${1:key}` : literal(name),
        detail: keyTypeWords[type],
        documentation: `${description} ${present}`,
      })),
    ...keysHere(occasion)
      .filter(({ key }) => !key.multivalued && !key.global)
      .map(({ key }): Offer => ({
        label: key.name.replace(/\$\{[^}]*\}/u, '…'),
        kind: 'variable',
        value: keySnippet(key.name),
        detail: keyTypeWords[key.type],
        documentation: `${key.description}.`,
      })),
  ]
  const offered = new Set<string>()
  return offers.filter(({ label }) => {
    const lower = label.toLowerCase()
    return !offered.has(lower) && offered.add(lower)
  })
}
