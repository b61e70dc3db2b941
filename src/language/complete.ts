import type { PolicySource, PolicyType } from '#policy'
import { emptyReference } from '#reference'
import { actionOffers } from './action-offers.ts'
import { arnFieldCompletions } from './arn-fields.ts'
import {
  keyCompletions,
  valueCompletions,
  type Completion,
  type Occasion,
  type Offer,
  type Situation,
} from './completion.ts'
import {
  conditionValueOffers,
  contextKeyOffers,
  operatorOffers,
  variableOffers,
} from './condition-offers.ts'
import {
  documentElementOffers,
  enumOffers,
  principalKeyOffers,
  principalOffers,
  statementElementOffers,
} from './element-offers.ts'
import { placeAt, type Place } from './place.ts'
import { principalValueOffers } from './principal-offers.ts'
import { resourceOffers } from './resource-offers.ts'
import { sidOffers } from './sid-offers.ts'
import { skeletonOffers, statementOffers } from './skeletons.ts'

/** What can stand at `offset`, whether or not the text parses. */
export function complete(
  source: PolicySource,
  type: PolicyType,
  offset: number,
  situation: Situation,
): readonly Completion[] {
  const place = placeAt(source, offset)
  if (!place.expected) return []
  const occasion: Occasion = {
    source,
    type,
    place,
    statement: source.draft?.statements.find(({ index }) => index === place.statement),
    request: situation.request,
    reference: situation.reference ?? emptyReference,
    situation,
  }
  const variable = variableStart(place)
  if (variable !== undefined) return variableCompletions(variable, offset, occasion)
  if (place.isKey) return keyCompletions(keyOffers(occasion), occasion)
  const values = valueCompletions(valueOffers(occasion), occasion)
  return holdsArns(occasion) ? [...arnFieldCompletions(occasion, offset), ...values] : values
}

/** Where an ARN is completed part by part. */
function holdsArns({ place }: Occasion): boolean {
  const { kind } = place.spot
  return kind === 'resource' || kind === 'principalValue' || kind === 'conditionValue'
}

function keyOffers(occasion: Occasion): readonly Offer[] {
  const { spot } = occasion.place
  switch (spot.kind) {
    case 'documentKey':
      return documentElementOffers(occasion)
    case 'statementKey':
      return statementElementOffers(occasion)
    case 'principalKey':
      return principalKeyOffers(occasion)
    case 'operator':
      return operatorOffers(occasion)
    case 'contextKey':
      return contextKeyOffers(spot.operator, occasion)
    // Values, or names that no policy has.
    case 'document':
    case 'version':
    case 'id':
    case 'sid':
    case 'effect':
    case 'statement':
    case 'action':
    case 'resource':
    case 'principal':
    case 'principalValue':
    case 'conditions':
    case 'keys':
    case 'conditionValue':
    case 'unknown':
      return []
  }
}

function valueOffers(occasion: Occasion): readonly Offer[] {
  const { type, place, source } = occasion
  const { spot } = place
  switch (spot.kind) {
    case 'document':
      return source.text.trim() === '' || place.before !== '' ? skeletonOffers(type) : []
    case 'version':
      return enumOffers('Version', occasion)
    case 'effect':
      return enumOffers('Effect', occasion)
    case 'statement':
      return place.inList ? statementOffers(type) : statementOffers(type).map(inBrackets)
    case 'action':
      return actionOffers(occasion)
    case 'resource':
      return resourceOffers(occasion)
    case 'principal':
      return principalOffers(occasion)
    case 'principalValue':
      return principalValueOffers(spot.of, occasion)
    case 'conditions':
      return operatorOffers(occasion).map(inBraces)
    case 'conditionValue':
      return conditionValueOffers(spot.operator, spot.key, occasion)
    case 'keys':
      return contextKeyOffers(spot.operator, occasion).map(inBraces)
    case 'sid':
      return sidOffers(occasion)
    // Free text, names, or values of names that no policy has.
    case 'id':
    case 'documentKey':
    case 'statementKey':
    case 'principalKey':
    case 'operator':
    case 'contextKey':
    case 'unknown':
      return []
  }
}

/** A name with its value, where the object around is still to be opened. */
function inBraces(offer: Offer): Offer {
  return { ...offer, value: `{ "${offer.name ?? offer.label}": ${offer.value} }` }
}

function inBrackets(offer: Offer): Offer {
  return { ...offer, value: `[${offer.value}]` }
}

/** How far before the caret a variable's name begins; undefined outside of `${`. */
function variableStart({ spot, before }: Place): number | undefined {
  if (spot.kind !== 'resource' && spot.kind !== 'conditionValue') return undefined
  const open = before.lastIndexOf('${')
  return open >= 0 && !before.includes('}', open) ? before.length - open - '${'.length : undefined
}

function variableCompletions(
  length: number,
  offset: number,
  occasion: Occasion,
): readonly Completion[] {
  // The brace that closes the variable may be there already.
  const closing = /^[^"'{}\s,]*\}/u.exec(occasion.source.text.slice(offset))?.[0].length ?? 0
  return variableOffers(occasion).map(({ label, kind, value, detail, documentation }, index) => ({
    label,
    insert: `${value}\\}`,
    snippet: true,
    span: { start: offset - length, end: offset + closing },
    kind,
    detail: detail ?? '',
    documentation: documentation ?? '',
    sort: String(index).padStart(4, '0'),
    continues: false,
  }))
}
