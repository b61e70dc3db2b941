import {
  actionDetails,
  actionsMatching,
  allServices,
  findService,
  searchActions,
  searchServices,
  splitAction,
  type Action,
  type Reference,
  type Service,
} from '#reference'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { patternOffers } from './element-offers.ts'
import { actionsInUse } from './in-use.ts'
import { actionCount, levelsInWords, someOf } from './listed-actions.ts'
import { literal } from './snippet.ts'

/** How many are offered for something typed: nobody reads on, they type on. */
const mostFound = 80

/** Beside the services that fit, the actions of any service that do. */
const mostActionsBeside = 30

/** What can stand in Action: services before the colon, behind it their actions and the wildcards worth having. */
export function actionOffers(occasion: Occasion): readonly Offer[] {
  const { request, reference, place } = occasion
  const asked = patternOffers(request?.action.text, 'every action')
  if (!reference.names) return asked
  const typed = place.before.trim()
  const preferred = servicesInUse(occasion)
  const offers = typed.includes(':')
    ? inService(typed, reference, preferred)
    : [
        ...asked.filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase())),
        ...serviceOffers(typed, reference, preferred),
        ...(typed.length < 2 ? [] : found(typed, reference, preferred, mostActionsBeside)),
      ]
  return offers.map((offer) => ({ ...offer, ranked: true }))
}

/** The services that the document uses, and that of the request. */
function servicesInUse({ source, situation }: Occasion): ReadonlySet<string> {
  const written = (source.draft?.statements ?? []).flatMap(
    ({ action }) => action?.patterns.map(({ value }) => value) ?? [],
  )
  return new Set(
    [...written, ...actionsInUse(situation)]
      .filter((action) => action.includes(':'))
      .map((action) => splitAction(action).prefix.toLowerCase()),
  )
}

function serviceOffers(
  typed: string,
  reference: Reference,
  preferred: ReadonlySet<string>,
): readonly Offer[] {
  if (typed === '') {
    const all = allServices(reference)
    if (all === 'notLoaded') return []
    const used = all.filter(({ prefix }) => preferred.has(prefix))
    return [...used, ...all.filter(({ prefix }) => !preferred.has(prefix))].map(serviceOffer)
  }
  const matches = searchServices(reference, typed, { limit: mostFound, preferred })
  return matches === 'notLoaded' ? [] : matches.map(({ service }) => serviceOffer(service))
}

function serviceOffer({ prefix, product, actions, otherNames }: Service): Offer {
  const also = otherNames.length > 0 ? ` Also called ${otherNames.join(', ')}.` : ''
  return {
    label: prefix,
    kind: 'service',
    value: `"${literal(prefix)}:$1"`,
    detail: product,
    documentation: `${product}: ${actionCount(actions.length)}.${also}`,
    continues: true,
  }
}

function inService(
  typed: string,
  reference: Reference,
  preferred: ReadonlySet<string>,
): readonly Offer[] {
  const { prefix, name } = splitAction(typed)
  if (/[*?]/u.test(typed)) return forPattern(typed, reference)
  const service = findService(reference, prefix)
  const wildcards = typeof service === 'string' ? [] : wildcardOffers(service, name)
  const actions = found(typed, reference, preferred, name === '' ? Infinity : mostFound)
  // An action written in full comes before what it begins.
  const exact = actions.filter(({ label }) => label.toLowerCase() === typed.toLowerCase())
  return [...exact, ...wildcards, ...actions.filter((offer) => !exact.includes(offer))]
}

/** The pattern as written, with what it matches behind it. */
function forPattern(typed: string, reference: Reference): readonly Offer[] {
  const patterns = typed.endsWith('*') ? [typed] : [typed, `${typed}*`]
  const offers: Offer[] = []
  const single = new Map<string, Action>()
  for (const pattern of patterns) {
    const actions = actionsMatching(reference, pattern)
    if (actions === 'notLoaded' || actions.length === 0) continue
    offers.push(wildcardOffer(pattern, actions))
    for (const action of actions.slice(0, mostFound)) single.set(action.id, action)
  }
  return [...offers, ...[...single.values()].map((action) => actionOffer(action, reference))]
}

function found(
  typed: string,
  reference: Reference,
  preferred: ReadonlySet<string>,
  limit: number,
): readonly Offer[] {
  const matches = searchActions(reference, typed, { limit, preferred })
  return matches === 'notLoaded' ? [] : matches.map(({ action }) => actionOffer(action, reference))
}

function actionOffer(action: Action, reference: Reference): Offer {
  return {
    label: action.id,
    kind: 'action',
    value: quotedSnippet(action.id),
    detail: action.accessLevel,
    documentation: actionSummary(action.id, reference),
  }
}

/** What an action does and is about, in a sentence or two; its access level only, while its service is not loaded. */
function actionSummary(id: string, reference: Reference): string {
  const details = actionDetails(reference, id)
  if (typeof details === 'string') return ''
  const { description, resourceTypes } = details
  const types = [...new Set(resourceTypes.map(({ type }) => type.name))]
  return `${description}. ${types.length === 0 ? 'Takes no resource: only "*" grants it.' : `Resource types: ${someOf(types, 6)}.`}`
}

/** How many wildcards are offered at most, beside the one for the whole service. */
const mostWildcards = 6

/** Fewer than that many actions are better written one by one. */
const fewestActions = 2

const allWildcards = new WeakMap<Service, readonly Offer[]>()

/** The wildcards worth having; those for nothing typed are the same each time. */
function wildcardOffers(service: Service, typed: string): readonly Offer[] {
  if (typed !== '') return worthHaving(service, typed)
  const known = allWildcards.get(service)
  if (known) return known
  const offers = worthHaving(service, typed)
  allWildcards.set(service, offers)
  return offers
}

/** Beginnings, cut where words end, that several actions share. */
function worthHaving(service: Service, typed: string): readonly Offer[] {
  const wanted = typed.toLowerCase()
  const shared = new Map<string, Action[]>()
  for (const action of service.actions) {
    if (!action.name.toLowerCase().startsWith(wanted)) continue
    for (const beginning of beginnings(action.name, typed.length)) {
      const known = shared.get(beginning)
      if (known) known.push(action)
      else shared.set(beginning, [action])
    }
  }
  const counts = new Set<number>()
  const worth = [...shared]
    .filter(([, actions]) => actions.length >= fewestActions)
    .sort(([a, some], [b, others]) => others.length - some.length || a.length - b.length)
    .filter(([beginning, actions]) => {
      // `GetA*` and `GetAc*` with the same number are the same.
      const same = counts.has(actions.length) && beginning.length > typed.length
      counts.add(actions.length)
      return !same || typed === ''
    })
    .slice(0, mostWildcards)
    .map(([beginning, actions]) => wildcardOffer(`${service.prefix}:${beginning}*`, actions))
  return typed === '' ? [wildcardOffer(`${service.prefix}:*`, service.actions), ...worth] : worth
}

/** `Get`, `GetBucket` for `GetBucketAcl`: of those that are at least as long as what is typed, the two shortest. */
function beginnings(name: string, from: number): readonly string[] {
  const found: string[] = []
  for (const { index } of name.matchAll(/(?<=[a-z0-9])(?=[A-Z])/gu)) {
    if (index < Math.max(from, 2)) continue
    found.push(name.slice(0, index))
    if (found.length === (from === 0 ? 1 : 2)) break
  }
  return found
}

function wildcardOffer(pattern: string, actions: readonly Action[]): Offer {
  return {
    label: pattern,
    kind: 'wildcard',
    value: quotedSnippet(pattern),
    detail: actionCount(actions.length),
    documentation: `${levelsInWords(actions)}: ${someOf(
      actions.map(({ name }) => name),
      10,
    )}.`,
  }
}
