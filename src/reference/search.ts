import {
  lettersOf,
  matchFuzzy,
  penaltyOf,
  prepareTarget,
  type Ranges,
  type Target,
} from './fuzzy.ts'
import { splitAction } from './lookup.ts'
import type { Action, Loaded, Names, Reference, Service } from './reference.ts'

export interface ActionMatch {
  readonly action: Action
  /** In `action.id`: what to print bold. */
  readonly ranges: Ranges
}

export interface ServiceMatch {
  readonly service: Service
  /** What the ranges are in: the prefix or the product's name; there are none in another name of the service. */
  readonly found: 'prefix' | 'product' | 'otherName'
  readonly ranges: Ranges
}

export interface SearchOptions {
  readonly limit?: number
  /** Prefixes of services that come first among equals, such as those a document already uses. */
  readonly preferred?: ReadonlySet<string>
}

/** Enough for a list that a person scrolls. */
const usualLimit = 100

/** How much nearer a service is that the document already uses: more than a few letters, less than a better kind of match. */
const preferredBonus = 30

const vendor = /^(?:Amazon|AWS) /iu

/** The services that most policies are about come first among equals. */
const everyday = new Set([
  's3',
  'ec2',
  'iam',
  'lambda',
  'dynamodb',
  'kms',
  'logs',
  'sns',
  'sqs',
  'sts',
])
const everydayBonus = 4

/** A service found by its product's name ranks behind those found by their prefix. */
const productPenalty = 250

function bonus(prefix: string, preferred: ReadonlySet<string> | undefined): number {
  if (preferred?.has(prefix)) return preferredBonus
  return everyday.has(prefix) ? everydayBonus : 0
}

/**
 * Services whose prefix or product's name a query abbreviates: `sqs`, `Simple Queue`, `dyn`. In order of fit; all services for an
 * empty query.
 */
export function searchServices(
  reference: Reference,
  query: string,
  { limit = usualLimit, preferred }: SearchOptions = {},
): Loaded<readonly ServiceMatch[]> {
  const { names } = reference
  if (!names) return 'notLoaded'
  const wanted = query.trim().toLowerCase()
  const best = new Best<IndexedService>(limit)
  for (const entry of indexOf(names).services) {
    const penalty = servicePenalty(wanted, entry)
    if (penalty === undefined) continue
    best.add(entry, penalty - bonus(entry.service.prefix, preferred))
  }
  return best.inOrder().map(({ service, prefix, products: [product] }): ServiceMatch => {
    if (wanted === '') return { service, found: 'prefix', ranges: [] }
    const byPrefix = matchFuzzy(wanted, prefix)
    if (byPrefix) return { service, found: 'prefix', ranges: byPrefix.ranges }
    const byProduct = product && matchFuzzy(wanted.replace(vendor, ''), product)
    if (!byProduct) return { service, found: 'otherName', ranges: [] }
    const ahead = service.product.length - product.lower.length
    return { service, found: 'product', ranges: shifted(byProduct.ranges, ahead) }
  })
}

function shifted(ranges: Ranges | undefined, by: number): Ranges {
  return (ranges ?? []).map(([start, end]) => [start + by, end + by] as const)
}

function servicePenalty(written: string, { prefix, products }: IndexedService): number | undefined {
  if (written === '') return 0
  const letters = lettersOf(written)
  const byPrefix = penaltyOf(written, letters, prefix)
  const wanted = written.replace(vendor, '')
  const wantedLetters = lettersOf(wanted)
  let least = byPrefix ?? Infinity
  for (const product of products) {
    const penalty = penaltyOf(wanted, wantedLetters, product)
    if (penalty !== undefined) least = Math.min(least, penalty + productPenalty)
  }
  return least === Infinity ? undefined : least
}

/**
 * Actions that a query abbreviates, best first. With a colon, its two halves are looked for in prefix and name: `connect:uug` finds
 * `connect:UpdateUserHierarchyGroup…`; without one, all of it in the names of all services' actions: `gbp`.
 */
export function searchActions(
  reference: Reference,
  query: string,
  { limit = usualLimit, preferred }: SearchOptions = {},
): Loaded<readonly ActionMatch[]> {
  const { names } = reference
  if (!names) return 'notLoaded'
  const written = query.trim()
  const { prefix, name } = written.includes(':')
    ? splitAction(written)
    : { prefix: '', name: written }
  const wanted = name.toLowerCase()
  const letters = lettersOf(wanted)
  const best = new Best<IndexedAction>(limit)
  for (const { entry, penalty: distance } of servicesFor(names, prefix.toLowerCase())) {
    const nearer = bonus(entry.service.prefix, preferred)
    for (const indexed of entry.actions()) {
      const penalty = wanted === '' ? 0 : penaltyOf(wanted, letters, indexed.target)
      if (penalty !== undefined) best.add(indexed, penalty + distance - nearer)
    }
  }
  return best.inOrder().map(({ action, target }) => {
    const found = wanted === '' ? undefined : matchFuzzy(wanted, target)
    return { action, ranges: shifted(found?.ranges, action.service.length + 1) }
  })
}

/** Exactly the service that was written, or those that it abbreviates. */
function servicesFor(
  names: Names,
  prefix: string,
): readonly { readonly entry: IndexedService; readonly penalty: number }[] {
  const { services, byPrefix } = indexOf(names)
  if (prefix === '') return services.map((entry) => ({ entry, penalty: 0 }))
  const exact = byPrefix.get(prefix)
  if (exact) return [{ entry: exact, penalty: 0 }]
  return services.flatMap((entry) => {
    const penalty = servicePenalty(prefix, entry)
    return penalty === undefined ? [] : [{ entry, penalty }]
  })
}

interface IndexedAction {
  readonly action: Action
  readonly target: Target
}

interface IndexedService {
  readonly service: Service
  readonly prefix: Target
  /** The product's names without their vendor, which is no part of what people look for. The first is that of the data. */
  readonly products: readonly Target[]
  readonly actions: () => readonly IndexedAction[]
}

interface Index {
  readonly services: readonly IndexedService[]
  readonly byPrefix: ReadonlyMap<string, IndexedService>
}

const indexes = new WeakMap<Names, Index>()

/** What every query needs; made once for each edition of the names, and for each service when it is first searched. */
function indexOf(names: Names): Index {
  const known = indexes.get(names)
  if (known) return known
  const services = names.services.map((service): IndexedService => {
    let actions: readonly IndexedAction[] | undefined
    return {
      service,
      prefix: prepareTarget(service.prefix),
      products: [service.product, ...service.otherNames].map((name) =>
        prepareTarget(name.replace(vendor, '')),
      ),
      actions: () =>
        (actions ??= service.actions.map((action) => ({
          action,
          target: prepareTarget(action.name),
        }))),
    }
  })
  const index = {
    services,
    byPrefix: new Map(services.map((entry) => [entry.service.prefix, entry])),
  }
  indexes.set(names, index)
  return index
}

/** Keeps the best few of many, so that only those are sorted. Among equals the first come stays first. */
class Best<T> {
  readonly #limit: number
  readonly #items: T[] = []
  readonly #penalties: number[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(item: T, penalty: number): void {
    const penalties = this.#penalties
    if (penalties.length === this.#limit && penalty >= (penalties.at(-1) ?? Infinity)) return
    let low = 0
    let high = penalties.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((penalties[middle] ?? 0) <= penalty) low = middle + 1
      else high = middle
    }
    penalties.splice(low, 0, penalty)
    this.#items.splice(low, 0, item)
    if (penalties.length > this.#limit) {
      penalties.pop()
      this.#items.pop()
    }
  }

  inOrder(): readonly T[] {
    return this.#items
  }
}
