import type { Span } from '#policy'
import {
  allServices,
  arnHomes,
  arnPartAt,
  partitions,
  regions,
  resourceTypesOf,
  searchServices,
  type ArnPartName,
  type ResourceType,
} from '#reference'
import { arnSnippet, fillingFrom, resourcePieces } from './arn-snippets.ts'
import type { Completion, Occasion, Offer } from './completion.ts'
import { accountsInUse, partitionInUse, regionsInUse, resourcesInUse } from './in-use.ts'
import { listedActions, typesOf } from './listed-actions.ts'
import { usedBy } from './resource-offers.ts'
import { literal, plainText } from './snippet.ts'

/** Where the caret stands in an ARN that is being written. */
interface Field {
  readonly name: ArnPartName
  /** The ARN up to this part. */
  readonly before: string
  /** The part, up to the caret. */
  readonly typed: string
  readonly partition: string
  readonly service: string
}

const partWords: Readonly<Record<ArnPartName, string>> = {
  arn: 'ARN',
  partition: 'partition',
  service: 'service',
  region: 'Region',
  account: 'account',
  resource: 'resource',
}

/** What can stand in the part of an ARN at the caret; nothing outside of ARNs. */
export function arnFieldCompletions(occasion: Occasion, offset: number): readonly Completion[] {
  const { place, source } = occasion
  const { before } = place
  // Behind the closing quote the ARN is finished.
  if (!before.startsWith('arn:') || endOf(occasion) < offset) return []
  const { name, start } = arnPartAt(before, before.length)
  const [, partition = '', service = ''] = before.split(':')
  const typed = before.slice(start)
  const field: Field = { name, before: before.slice(0, start), typed, partition, service }
  const rest = /^[^":,\s{}]*/u.exec(source.text.slice(offset))?.[0] ?? ''
  // Behind the part stands the next one already.
  const followed = source.text.charAt(offset + rest.length) === ':'
  const span: Span = {
    start: offset - typed.length,
    end: name === 'resource' ? endOf(occasion) : offset + rest.length,
  }
  return fieldOffers(field, occasion).map((offer, index) => ({
    label: offer.label === '' ? `no ${partWords[name]}` : offer.label,
    insert: name === 'resource' || followed ? offer.value : `${offer.value}:`,
    snippet: true,
    span,
    kind: offer.kind,
    detail: offer.detail ?? partWords[name],
    documentation: offer.documentation ?? '',
    sort: String(index).padStart(4, '0'),
    ...(offer.ranked ? { filter: typed } : {}),
    continues: name !== 'resource' && !followed,
  }))
}

/** The end of the text's content, before its closing quote. */
function endOf({ source, place }: Occasion): number {
  const { end } = place.span
  return source.text.charAt(end - 1) === '"' && end - 1 > place.span.start ? end - 1 : end
}

function fieldOffers(field: Field, occasion: Occasion): readonly Offer[] {
  const { situation } = occasion
  switch (field.name) {
    case 'arn':
      return []
    case 'partition': {
      const used = partitionInUse(situation)
      return partitions
        .toSorted((a, b) => Number(b.name === used) - Number(a.name === used))
        .map(({ name, title }) => part(name, title))
    }
    case 'service':
      return serviceOffers(field, occasion)
    case 'region': {
      const used = regionsInUse(situation)
      const own = partitions.find(({ name }) => name === field.partition)
      const all = own?.regions ?? [...regions.keys()]
      const formats = formatsOf(field, occasion)
      const none = formats.some(({ arn }) => arn.split(':')[3] === '')
      const some = formats.length === 0 || formats.some(({ arn }) => arn.split(':')[3] !== '')
      return [
        ...(none ? [part('', 'as this service has it')] : []),
        ...(some
          ? [
              ...used.map((region) => part(region, 'in this workspace')),
              part('*', 'every Region'),
              ...all.filter((region) => !used.includes(region)).map((region) => part(region)),
            ]
          : []),
      ]
    }
    case 'account': {
      const formats = formatsOf(field, occasion)
      const none = formats.some(({ arn }) => arn.split(':')[4] === '')
      return [
        ...(none ? [part('', 'as this service has it')] : []),
        ...accountsInUse(situation).map((account) => part(account, 'in this workspace')),
        part('*', 'every account'),
      ]
    }
    case 'resource':
      return typeOffers(field, occasion)
  }
}

function part(value: string, detail?: string): Offer {
  return { label: value, kind: 'value', value: literal(value), ...(detail ? { detail } : {}) }
}

/** The services in the ARNs of what the listed actions are about, then those of the workspace, then all. */
function serviceOffers({ typed }: Field, occasion: Occasion): readonly Offer[] {
  const { reference, statement, situation } = occasion
  const ofActions = typesOf(listedActions(reference, statement)).map(
    ({ type }) => type.arn.split(':')[2] ?? '',
  )
  const inUse = resourcesInUse(situation).map((arn) => arn.split(':')[2] ?? '')
  const first = [...new Set([...ofActions, ...inUse])].filter(
    (name) => /^[a-z0-9-]+$/u.test(name) && name.startsWith(typed.toLowerCase()),
  )
  const found = searchServices(reference, typed, { limit: 60 })
  const all = allServices(reference)
  const others =
    found === 'notLoaded' || all === 'notLoaded'
      ? []
      : (typed === '' ? all : found.map(({ service }) => service)).filter(
          ({ prefix }) => !first.includes(prefix),
        )
  const product = (name: string) => reference.names?.byPrefix.get(name)?.product
  return [
    ...first.map((name) => part(name, product(name))),
    ...others.map(({ prefix, product: name }) => part(prefix, name)),
  ].map((offer) => ({ ...offer, kind: 'service', ranked: true }))
}

/** The resource types whose ARNs can go on from here. */
function formatsOf({ before, service }: Field, { reference }: Occasion): readonly ResourceType[] {
  const homes = arnHomes(reference, service)
  if (typeof homes === 'string') return []
  return homes.flatMap((home) => {
    const types = resourceTypesOf(reference, home)
    return typeof types === 'string' ? [] : types.filter(({ arn }) => goesOn(before, arn))
  })
}

/** Whether an ARN of this format can begin so; `before` ends with a colon. */
function goesOn(before: string, format: string): boolean {
  const fields = format.split(':')
  return before
    .slice(0, -1)
    .split(':')
    .every((written, index) => {
      const field = fields[index] ?? ''
      if (/[*?$]/u.test(written)) return field !== ''
      return field.includes('${') ? written !== '' : written === field
    })
}

/** The resource parts of those types: what the listed actions are about first. */
function typeOffers(field: Field, occasion: Occasion): readonly Offer[] {
  const { reference, statement, situation } = occasion
  const uses = new Map(
    typesOf(listedActions(reference, statement)).map(({ type, actions }) => [type, actions]),
  )
  const filling = fillingFrom(situation)
  const named = resourcesInUse(situation)
    .filter((arn) => arn.startsWith(field.before) && arn.length > field.before.length)
    .map((arn) => part(arn.slice(field.before.length), 'in this workspace'))
  const offers = formatsOf(field, occasion)
    .toSorted((a, b) => (uses.get(b)?.length ?? 0) - (uses.get(a)?.length ?? 0))
    .map((type): Offer => {
      const snippet = arnSnippet(type, filling, resourcePieces(type))
      const using = uses.get(type)
      return {
        label: plainText(snippet),
        kind: 'resource',
        value: snippet,
        detail: type.name,
        ...(using ? { documentation: usedBy(using) } : {}),
      }
    })
  const seen = new Set<string>()
  return [...offers, ...named].filter(({ label }) => !seen.has(label) && seen.add(label))
}
