import { hasVariables, parsePattern, splitArn, type Clause, type PrincipalKind } from '#policy'
import { partitions, regions } from '#reference'
import { accessRequest, contextEntry, type RequestInput } from '#request'
import type { Situation } from './completion.ts'

// What the workspace already names, the request on screen first: the values a person is most likely to write again.

const unique = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]

/** A text that stands for itself alone. */
export function isConcrete(text: string): boolean {
  return (
    !/[*?]/u.test(text) && !hasVariables(parsePattern(text, { wildcards: false, variables: true }))
  )
}

function clauses({ sources = [] }: Situation, element: 'action' | 'resource'): readonly Clause[] {
  return sources.flatMap(
    ({ draft }) => draft?.statements.flatMap((statement) => statement[element] ?? []) ?? [],
  )
}

/** The patterns of all policies for actions or resources. */
export function patternsInUse(
  situation: Situation,
  element: 'action' | 'resource',
): readonly string[] {
  return unique(
    clauses(situation, element).flatMap(({ patterns }) => patterns.map(({ value }) => value)),
  )
}

/** The actions that the requests are about. */
export function actionsInUse({ request, requests = [] }: Situation): readonly string[] {
  return unique([request?.action.text, ...requests.map(({ action }) => action)])
}

/** The ARNs of resources that requests and policies name, wildcards included. */
export function resourcesInUse(situation: Situation): readonly string[] {
  const { request, requests = [] } = situation
  return unique([
    request?.resource.arn,
    ...requests.map(({ resource }) => resource.arn),
    ...patternsInUse(situation, 'resource'),
  ]).filter((arn) => splitArn(arn) !== undefined)
}

/** The principals of one kind, as a policy would name them. */
export function principalsInUse(situation: Situation, kind: PrincipalKind): readonly string[] {
  const { requests = [], sources = [] } = situation
  return unique([
    ...requests.map((request) => principalOf(request, kind)),
    ...sources.flatMap(
      ({ draft }) =>
        draft?.statements.flatMap(
          ({ principal }) =>
            principal?.patterns.filter((one) => one.kind === kind).map(({ value }) => value) ?? [],
        ) ?? [],
    ),
  ])
}

function principalOf({ principal }: RequestInput, kind: PrincipalKind): string | undefined {
  switch (kind) {
    case 'AWS':
      return 'arn' in principal ? principal.arn : undefined
    case 'Service':
      return 'service' in principal ? principal.service : undefined
    case 'Federated':
      return 'federated' in principal ? principal.federated : undefined
    case 'CanonicalUser':
      return 'canonicalUser' in principal ? principal.canonicalUser : undefined
  }
}

/** The ARNs of everything named: resources and principals. */
function arnsInUse(situation: Situation): readonly string[] {
  const principal = situation.request?.principal
  return unique([
    principal && 'arn' in principal ? principal.arn : undefined,
    ...resourcesInUse(situation),
    ...principalsInUse(situation, 'AWS'),
  ])
}

/** The accounts, that of who asks first. */
export function accountsInUse(situation: Situation): readonly string[] {
  const { request, requests = [] } = situation
  const principal = request?.principal
  return unique([
    principal && 'account' in principal ? principal.account : undefined,
    request?.resource.account,
    ...requests.map(({ resource }) => resource.account),
    ...arnsInUse(situation).map((arn) => splitArn(arn)?.account),
    ...principalsInUse(situation, 'AWS'),
  ]).filter((account) => /^\d{12}$/u.test(account))
}

/** The Regions, that of the request first. */
export function regionsInUse(situation: Situation): readonly string[] {
  return unique([
    splitArn(situation.request?.resource.arn ?? '')?.region,
    ...valuesInUse(situation, 'aws:RequestedRegion'),
    ...arnsInUse(situation).map((arn) => splitArn(arn)?.region),
  ]).filter((region) => regions.has(region))
}

/** The partition in which things are: `aws` unless something says otherwise. */
export function partitionInUse(situation: Situation): string {
  for (const arn of arnsInUse(situation)) {
    const { partition } = splitArn(arn) ?? {}
    if (partitions.some(({ name }) => name === partition)) return partition ?? 'aws'
  }
  return 'aws'
}

/** The values of a context key: those of the requests, tags included, then those that conditions compare it with. */
export function valuesInUse(situation: Situation, key: string): readonly string[] {
  const { request, requests = [], sources = [] } = situation
  const lower = key.toLowerCase()
  const carried = [...(request ? [request] : []), ...requests.map(accessRequest)]
  return unique([
    ...carried.flatMap(({ context }) => contextEntry(context, key)?.values ?? []),
    ...sources.flatMap(
      ({ draft }) =>
        draft?.statements.flatMap(({ conditions }) =>
          conditions
            .filter((clause) => clause.key.value.toLowerCase() === lower)
            .filter(({ operator }) => operator !== undefined && operator.name !== 'Null')
            .flatMap(({ values }) => values.map(({ value }) => value)),
        ) ?? [],
    ),
  ])
}

/** The names of all tags, and of those of one kind. */
export function tagNamesInUse({ requests = [] }: Situation): readonly string[] {
  return unique(
    requests.flatMap(({ principal, resource, requestTags }) =>
      Object.keys({ ...principal.tags, ...resource.tags, ...requestTags }),
    ),
  )
}
