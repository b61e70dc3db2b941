import {
  documentElements,
  grammar,
  grammarType,
  member,
  principalKeys,
  statementElements,
  type ElementEntry,
  type ElementShape,
} from '#policy'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { otherNames } from './place.ts'
import { effectWords, elementWords, principalKindWords, versionWords } from './vocabulary.ts'

const shapes: Readonly<Record<ElementShape, string>> = {
  string: '"$1"',
  strings: '["$1"]',
  statements: '[$1]',
  principals: '{ $1 }',
  conditions: '{ $1 }',
}

/** The elements of the document that are not there yet. */
export function documentElementOffers({ type, source, place }: Occasion): readonly Offer[] {
  const present = otherNames(place.object, place.span)
  const row = grammar[grammarType(type, source.draft)]
  return Object.entries(documentElements)
    .filter(([name]) => !present.has(name) && !(name === 'Id' && row.Id === 'forbidden'))
    .map(([name, entry]) => elementOffer(name, entry))
}

/** The elements of a statement that this policy type allows and that are not there yet. */
export function statementElementOffers({ type, source, place }: Occasion): readonly Offer[] {
  const present = otherNames(place.object, place.span)
  const row = grammar[grammarType(type, source.draft)]
  const effect = place.object && member(place.object, 'Effect')?.value
  const denies = effect?.kind === 'string' && effect.value === 'Deny'
  return (Object.entries(statementElements) as [keyof typeof statementElements, ElementEntry][])
    .filter(
      ([name, { excludes }]) =>
        !present.has(name) &&
        !(excludes !== undefined && present.has(excludes)) &&
        (row[name] === 'denyOnly' ? denies : row[name] !== 'forbidden'),
    )
    .map(([name, entry]) =>
      name === 'Principal' && type === 'rcp'
        ? { ...elementOffer(name, entry), value: '"*"' }
        : elementOffer(name, entry),
    )
}

function elementOffer(name: string, { shape, values }: ElementEntry): Offer {
  const [only] = values ?? []
  return {
    label: name,
    kind: 'element',
    value: name === 'Version' && only !== undefined ? quotedSnippet(only) : shapes[shape],
    documentation: elementWords[name] ?? '',
    continues: name !== 'Version' && name !== 'Sid' && name !== 'Id',
  }
}

/** The legal values of Version or Effect. */
export function enumOffers(element: 'Version' | 'Effect', { type }: Occasion): readonly Offer[] {
  const words = element === 'Version' ? versionWords : effectWords
  const values =
    element === 'Version' ? documentElements.Version.values : statementElements.Effect.values
  return values
    .filter((value) => !(type === 'rcp' && (value === 'Allow' || value === '2008-10-17')))
    .map((value) => ({
      label: value,
      kind: 'value',
      value: quotedSnippet(value),
      documentation: words[value] ?? '',
    }))
}

/** A value that stands for everything, and the one of the request. */
export function patternOffers(asked: string | undefined, everything: string): readonly Offer[] {
  const all: Offer = { label: '*', kind: 'value', value: '"*"', detail: everything }
  if (asked === undefined || asked === '' || asked === '*') return [all]
  return [
    { label: asked, kind: 'value', value: quotedSnippet(asked), detail: 'in the request' },
    all,
  ]
}

/** The kinds of principal that are not there yet, as names of the map. */
export function principalKeyOffers({ place }: Occasion): readonly Offer[] {
  const present = otherNames(place.object, place.span)
  return principalKeys
    .filter((kind) => !present.has(kind))
    .map((kind) => ({
      label: kind,
      kind: 'key',
      value: '"$1"',
      documentation: principalKindWords[kind],
      continues: true,
    }))
}

/** The whole value of Principal: everyone, or a map with one kind. */
export function principalOffers({ type }: Occasion): readonly Offer[] {
  const everyone: Offer = { label: '*', kind: 'value', value: '"*"', detail: 'everyone' }
  if (type === 'rcp') return [everyone]
  const kinds = principalKeys.map((kind): Offer => ({
    label: kind,
    kind: 'key',
    value: `{ "${kind}": "$1" }`,
    documentation: principalKindWords[kind],
    continues: true,
  }))
  return [...kinds, everyone]
}
