import type { PrincipalKind } from '#policy'
import {
  actionDetails,
  actionsMatching,
  findConditionKey,
  globalKey,
  globalKeys,
  matchFuzzy,
  prepareTarget,
  resourceTypesOfArn,
  searchActions,
  searchServices,
  servicePrincipals,
  type Action,
  type Ranges,
  type Reference,
} from '#reference'
import { arnSnippet, fillingFrom } from './arn-snippets.ts'
import type { Situation } from './completion.ts'
import {
  accountsInUse,
  actionsInUse,
  isConcrete,
  patternsInUse,
  principalsInUse,
  resourcesInUse,
  tagNamesInUse,
  valuesInUse,
} from './in-use.ts'
import { closedValues } from './key-offers.ts'
import { keysOf, typesOf } from './listed-actions.ts'
import { plainText } from './snippet.ts'
import { keyTypeWords } from './vocabulary.ts'

/** A line of a list below a box of the request. */
export interface Suggestion {
  /** What the box then holds. */
  readonly value: string
  readonly label: string
  /** A few words beside the label. */
  readonly detail: string
  /** In the label: what to print bold. */
  readonly matches: Ranges
}

const suggestion = (value: string, detail: string, matches: Ranges = []): Suggestion => ({
  value,
  label: value,
  detail,
  matches,
})

/** More than that, a person types on. */
const mostFound = 100

/** As many actions of one wildcard as are offered while nothing is typed. */
const mostOfPattern = 20

/** Actions for the request: those of the workspace while nothing is typed, then whatever the query abbreviates. */
export function suggestActions(
  query: string,
  reference: Reference,
  situation: Situation,
): readonly Suggestion[] {
  const written = query.trim()
  const used = actionsInUse(situation).map((id) =>
    suggestion(id, detailOf(id, reference, 'in use')),
  )
  const patterns = patternsInUse(situation, 'action').filter((pattern) => pattern !== '*')
  const named = patterns.flatMap((pattern) => {
    if (isConcrete(pattern))
      return [suggestion(pattern, detailOf(pattern, reference, 'in a policy'))]
    const actions = actionsMatching(reference, pattern)
    return actions === 'notLoaded'
      ? []
      : actions.slice(0, mostOfPattern).map((action) => found(action))
  })
  const own = ranked(written, once([...used, ...named]))
  if (written === '') return own
  const preferred = new Set(patterns.map((pattern) => pattern.split(':')[0]?.toLowerCase() ?? ''))
  return once([...own, ...searched(written, reference, preferred)])
}

function searched(
  written: string,
  reference: Reference,
  preferred: ReadonlySet<string>,
): readonly Suggestion[] {
  const limit = mostFound
  const matches = searchActions(reference, written, { limit, preferred })
  if (matches === 'notLoaded') return []
  const byName = matches.map(({ action, ranges }) => found(action, ranges))
  if (written.includes(':')) return byName
  // A service without its colon stands for its actions: `sqs`, `simple queue`.
  const services = searchServices(reference, written, { limit: 1, preferred })
  const [service] = services === 'notLoaded' ? [] : services
  if (!service || service.ranges.length !== 1) return byName
  const { prefix, actions } = service.service
  const inService = actions.slice(0, limit).map((action) => found(action))
  return prefix.startsWith(written.toLowerCase())
    ? [...inService, ...byName]
    : [...byName, ...inService]
}

const found = (action: Action, ranges: Ranges = []) =>
  suggestion(action.id, action.accessLevel, ranges)

function detailOf(id: string, reference: Reference, otherwise: string): string {
  const details = actionDetails(reference, id)
  return typeof details === 'string' ? otherwise : details.description
}

/** Resources for a request of that action: those of the workspace that it can be about, then its ARN formats. */
export function suggestResources(
  action: string,
  reference: Reference,
  situation: Situation,
  query = '',
): readonly Suggestion[] {
  const used = resourcesInUse(situation).filter(isConcrete)
  const details = actionDetails(reference, action)
  if (typeof details === 'string')
    return ranked(query, [...used.map((arn) => suggestion(arn, 'in this workspace')), everything])
  const { resourceTypes } = details
  if (resourceTypes.length === 0)
    return ranked(query, [suggestion('*', `${details.id} takes no resource`)])
  const types = new Set(resourceTypes.map(({ type }) => type))
  const fitting = used.flatMap((arn) => {
    const found = resourceTypesOfArn(reference, arn)
    const type = typeof found === 'string' ? undefined : found.find((one) => types.has(one))
    return type ? [suggestion(arn, type.name)] : []
  })
  const filling = fillingFrom(situation)
  const formats = typesOf([details]).map(({ type }) =>
    suggestion(plainText(arnSnippet(type, filling)), `${type.name}: fill in the name`),
  )
  return ranked(query, once([...fitting, ...formats]))
}

const everything = suggestion('*', 'for actions without a resource')

/** Keys for the request's context: those that the policies read, then those its action carries, then the global ones. */
export function suggestContextKeys(
  query: string,
  reference: Reference,
  situation: Situation,
): readonly Suggestion[] {
  const read = (situation.sources ?? []).flatMap(
    ({ draft }) => draft?.statements.flatMap(({ conditions }) => conditions) ?? [],
  )
  const details = actionDetails(reference, situation.request?.action.text ?? '')
  const ofAction = typeof details === 'string' ? [] : keysOf([details])
  const all = [
    ...read.map(({ key }) => suggestion(key.value, 'read by a policy')),
    ...ofAction.map(({ key }) => suggestion(withoutPlaceholder(key.name), keyTypeWords[key.type])),
    ...globalKeys.map(({ name, type }) => suggestion(name, keyTypeWords[type])),
  ]
  return ranked(query, onceWithoutCase(all))
}

/** A tag's name or whatever else the author fills in is for them to type. */
const withoutPlaceholder = (name: string) => name.replace(/\$\{[^}]*\}/u, '')

/** Values for one key of the context: those of the workspace, then those of a closed set. */
export function suggestContextValues(
  key: string,
  reference: Reference,
  situation: Situation,
  query = '',
): readonly Suggestion[] {
  const row = globalKey(key) ?? findConditionKey(reference, key)
  const type = typeof row === 'string' ? undefined : row.type
  return ranked(
    query,
    once([
      ...valuesInUse(situation, key)
        .filter(isConcrete)
        .map((value) => suggestion(value, 'in this workspace')),
      ...closedValues(key, situation, reference).map(({ value, detail }) =>
        suggestion(value, detail),
      ),
    ]).filter(({ value }) => type !== 'bool' || value === 'true' || value === 'false'),
  )
}

/** Names of tags; for the values of one ask for those of the key, `aws:PrincipalTag/team`. */
export function suggestTagNames(situation: Situation, query = ''): readonly Suggestion[] {
  return ranked(
    query,
    tagNamesInUse(situation).map((name) => suggestion(name, 'in this workspace')),
  )
}

/** Who could make the request: those of the workspace, then for services all that are known. */
export function suggestPrincipals(
  kind: PrincipalKind,
  reference: Reference,
  situation: Situation,
  query = '',
): readonly Suggestion[] {
  const used = principalsInUse(situation, kind)
    .filter((value) => isConcrete(value) && (kind !== 'AWS' || value.startsWith('arn:')))
    .map((value) => suggestion(value, 'in this workspace'))
  return ranked(query, once([...used, ...knownPrincipals(kind, reference, situation)]))
}

function knownPrincipals(
  kind: PrincipalKind,
  reference: Reference,
  situation: Situation,
): readonly Suggestion[] {
  switch (kind) {
    case 'AWS':
      return accountsInUse(situation).flatMap((account) => [
        suggestion(`arn:aws:iam::${account}:root`, 'the root user of the account'),
      ])
    case 'Service': {
      const known = servicePrincipals(reference)
      return known === 'notLoaded'
        ? []
        : known.map(({ name, product }) => suggestion(name, product))
    }
    case 'Federated':
    case 'CanonicalUser':
      return []
  }
}

/** Those that the query abbreviates, the best first; all of them, in their order, while nothing is typed. */
function ranked(query: string, all: readonly Suggestion[]): readonly Suggestion[] {
  const written = query.trim()
  if (written === '') return all
  return all
    .flatMap((one) => {
      const match = matchFuzzy(written, prepareTarget(one.label))
      return match ? [{ one: { ...one, matches: match.ranges }, penalty: match.penalty }] : []
    })
    .sort((a, b) => a.penalty - b.penalty)
    .map(({ one }) => one)
}

function once(all: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>()
  return all.filter(({ value }) => !seen.has(value) && seen.add(value))
}

function onceWithoutCase(all: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>()
  return all.filter(({ value }) => {
    const lower = value.toLowerCase()
    return !seen.has(lower) && seen.add(lower)
  })
}
