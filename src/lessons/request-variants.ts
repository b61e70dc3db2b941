import { splitArn, type ConditionClause, type Located, type Statement } from '#policy'
import type { Scenario, ScenarioPrincipal, Tags } from '#workspace'

/** What is known of AWS beyond the policies; a caller without facts knows nothing, and fewer requests are found. */
export interface RequestFacts {
  /** Actions of a service that a resource takes, the likeliest first. */
  readonly actionsOn: (service: string, resource: string) => readonly string[]
  /** Whether AWS would ever check this action on this resource. */
  readonly fits: (action: string, resource: string) => boolean
}

/** One thing about a request, otherwise than it was. */
export type Variant = (scenario: Scenario) => Scenario

/** Variants of one part of a request; the first leaves it as it is. */
export type Dimension = readonly Variant[]

const same: Variant = (scenario) => scenario
const wildcard = /[*?]/u
const foreign = 'arn:aws:iam::999988887777:role/another'

/** A text that a pattern matches; undefined for one that says nothing. */
function example(pattern: string): string | undefined {
  if (/^\**$/u.test(pattern)) return undefined
  return pattern
    .replace(/\$\{[^}]*\}/gu, 'example')
    .replace(/\*+/gu, 'example')
    .replaceAll('?', 'x')
}

const examples = (patterns: readonly Located<string>[] | undefined): readonly string[] =>
  (patterns ?? []).flatMap(({ value }) => example(value) ?? [])

const serviceOf = (action: string) => action.split(':')[0] ?? ''

/** The parts of a request that may matter to these statements, each with what it could be instead. */
export function dimensions(
  scenario: Scenario,
  statements: readonly Statement[],
  { actionsOn }: RequestFacts,
): readonly Dimension[] {
  const { arn } = scenario.resource
  const patterns = statements.flatMap(({ action }) => action?.patterns ?? [])
  const plain = patterns.flatMap(({ value }) => (wildcard.test(value) ? [] : [value]))
  const services = new Set([scenario.action, ...patterns.map(({ value }) => value)].map(serviceOf))
  const siblings = [...services].filter((service) => !wildcard.test(service)).slice(0, 6)
  const actions = distinct(
    [...plain, ...siblings.flatMap((service) => actionsOn(service, arn).slice(0, 24))],
    scenario.action,
  )
  const resources = distinct(
    [...statements.flatMap(({ resource }) => examples(resource?.patterns)), ...others(arn)],
    arn,
  )
  const conditions = statements.flatMap((statement) => statement.conditions)
  return [
    [same, ...actions.map((action): Variant => (one) => ({ ...one, action }))],
    [same, ...conditions.slice(0, 12).flatMap(conditionVariants)],
    [
      same,
      ...resources.map((other): Variant => (one) => ({
        ...one,
        resource: { ...one.resource, arn: other },
      })),
    ],
    [same, ...principals(statements).map((principal): Variant => (one) => ({ ...one, principal }))],
  ]
}

const distinct = (texts: readonly string[], known: string): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== known).slice(0, 40)

/** The ARN with each word of its resource part in turn, the last first, called otherwise. */
function others(arn: string): readonly string[] {
  const resource = splitArn(arn)?.resource
  if (!resource) return []
  const head = arn.slice(0, arn.length - resource.length)
  const words = resource.split(/([/:])/u)
  return words
    .flatMap((word, index) =>
      index % 2 === 0 && word !== '' ? [head + words.with(index, 'another').join('')] : [],
    )
    .reverse()
    .slice(0, 5)
}

/** Those whom the statements name, and somebody from another account. */
function principals(statements: readonly Statement[]): readonly ScenarioPrincipal[] {
  const patterns = statements.flatMap(({ principal }) => principal?.patterns ?? [])
  const named = patterns.flatMap(({ kind, value }): readonly ScenarioPrincipal[] => {
    if (kind === 'Service') return [{ service: value }]
    if (kind === 'Federated') return [{ federated: value }]
    if (kind === 'CanonicalUser') return [{ canonicalUser: value }]
    const account = /^(?:arn:aws[^:]*:iam::)?(\d{12})(?::root)?$/u.exec(value)?.[1]
    if (account !== undefined) return [{ arn: `arn:aws:iam::${account}:role/example` }]
    return wildcard.test(value) ? [] : [{ arn: value }]
  })
  const kinds = new Set(patterns.map(({ kind }) => kind))
  return [
    ...named,
    ...(kinds.has('AWS') ? [{ arn: foreign }] : []),
    ...(kinds.has('Service') ? [{ service: 'ec2.amazonaws.com' }] : []),
    ...(kinds.has('Federated') ? [{ federated: 'another.example.com' }] : []),
  ]
}

/** The condition's key absent, with each of its values, and with a value that is none of them. */
function conditionVariants({ key, values, operator }: ConditionClause): readonly Variant[] {
  const set = operator?.set !== undefined
  const wanted = values.slice(0, 3).map(({ value }) => value)
  const unlike = otherValues(operator?.base ?? '', wanted[0] ?? '')
  return [
    (scenario) => withKey(scenario, key.value, undefined),
    ...unlike.map(
      (value): Variant =>
        (scenario) =>
          withKey(scenario, key.value, set ? [value] : value),
    ),
    ...wanted.map((value): Variant => (scenario) => {
      const [, tag] = /^\$\{aws:PrincipalTag\/([^}]+)\}$/iu.exec(value) ?? []
      const text = (tag && scenario.principal.tags?.[tag]) ?? example(value) ?? 'example'
      return withKey(scenario, key.value, set ? [text] : text)
    }),
    ...(set
      ? [(one: Scenario) => withKey(one, key.value, [...wanted.slice(0, 1), ...unlike])]
      : []),
  ]
}

function otherValues(operator: string, value: string): readonly string[] {
  if (/^(?:true|false)$/iu.test(value)) return [value.toLowerCase() === 'true' ? 'false' : 'true']
  if (operator.startsWith('Numeric')) return [1, -1].map((by) => String(Number(value) + by))
  if (operator.startsWith('Date'))
    // A year later, a year earlier.
    return [1, -1].map((by) => value.replace(/^\d{4}/u, (year) => String(Number(year) + by)))
  if (operator === 'IpAddress') return ['198.51.100.7']
  if (operator.startsWith('Arn')) return [foreign]
  return ['another']
}

/** The request with a context key set, or taken away; tags stand where a request has them. */
function withKey(
  scenario: Scenario,
  key: string,
  value: string | readonly string[] | undefined,
): Scenario {
  const [, home, tag] = /^aws:(ResourceTag|PrincipalTag|RequestTag)\/(.+)$/iu.exec(key) ?? []
  const text = typeof value === 'object' ? value[0] : value
  switch (home?.toLowerCase() ?? '') {
    case 'resourcetag':
      return { ...scenario, resource: withTags(scenario.resource, tag ?? '', text) }
    case 'principaltag':
      return { ...scenario, principal: withTags(scenario.principal, tag ?? '', text) }
    case 'requesttag':
      return withRequestTags(scenario, withEntry(scenario.requestTags, tag ?? '', text))
    default:
      break
  }
  if (key.toLowerCase() === 'aws:tagkeys') {
    const keys = [value ?? []].flat()
    return withRequestTags(scenario, Object.fromEntries(keys.map((name) => [name, 'example'])))
  }
  const { context, ...rest } = scenario
  const next = withEntry(context, key, value)
  return Object.keys(next).length > 0 ? { ...rest, context: next } : rest
}

function withTags<Owner extends { readonly tags?: Tags }>(
  owner: Owner,
  tag: string,
  value: string | undefined,
): Owner {
  const { tags, ...rest } = owner
  const next = withEntry(tags, tag, value)
  return (Object.keys(next).length > 0 ? { ...rest, tags: next } : rest) as Owner
}

function withRequestTags({ requestTags: _, ...scenario }: Scenario, tags: Tags): Scenario {
  return Object.keys(tags).length > 0 ? { ...scenario, requestTags: tags } : scenario
}

/** Keys are compared without their case, as IAM does. */
function withEntry<Value>(
  entries: Readonly<Record<string, Value>> | undefined,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const lower = key.toLowerCase()
  const rest = Object.entries(entries ?? {}).filter(([name]) => name.toLowerCase() !== lower)
  return Object.fromEntries(value === undefined ? rest : [...rest, [key, value]])
}
