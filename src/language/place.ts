import {
  locate,
  member,
  type JsonNode,
  type JsonObject,
  type PolicySource,
  type PrincipalKind,
  type Span,
  principalKeys,
} from '#policy'

/** What kind of thing stands, or can stand, at an offset of a policy. */
export type Spot =
  /** Nothing is there yet. */
  | { readonly kind: 'document' }
  /** The name of an element of the document. */
  | { readonly kind: 'documentKey' }
  | { readonly kind: 'version' | 'id' | 'sid' | 'effect' }
  /** A statement as a whole: the value of Statement, or an item of its list. */
  | { readonly kind: 'statement' }
  /** The name of an element of a statement. */
  | { readonly kind: 'statementKey' }
  | { readonly kind: 'action' | 'resource' }
  /** The value of Principal or NotPrincipal. */
  | { readonly kind: 'principal' }
  | { readonly kind: 'principalKey' }
  | { readonly kind: 'principalValue'; readonly of: PrincipalKind }
  /** The value of Condition. */
  | { readonly kind: 'conditions' }
  | { readonly kind: 'operator' }
  /** The value of an operator. */
  | { readonly kind: 'keys'; readonly operator: string }
  | { readonly kind: 'contextKey'; readonly operator: string }
  | { readonly kind: 'conditionValue'; readonly operator: string; readonly key: string }
  /** Some member that no policy has. */
  | { readonly kind: 'unknown' }

/** Where an offset is, for completion, hover and explanation alike. */
export interface Place {
  readonly spot: Spot
  /** The token at the offset, quotes included; empty where none is. */
  readonly span: Span
  /** What is written of it before the offset, without the quote. */
  readonly before: string
  readonly isKey: boolean
  /** Whether something can be written here; false between a name and its colon, for one. */
  readonly expected: boolean
  /** The end of the value before, where a comma is missing to begin another. */
  readonly commaAt?: number
  /** Whether the value is, or will be, an item of a list. */
  readonly inList: boolean
  /** The index of the statement, as the workspace format counts. */
  readonly statement?: number
  /** The object in which the token stands, as far as it is written. */
  readonly object: JsonObject | undefined
}

/** What is at this offset? Works on text that does not parse. */
export function placeAt({ text, json }: PolicySource, offset: number): Place {
  const location = locate(text, offset)
  const { path, isKey, span, quoted, expected, commaAt } = location
  const names = path.filter((segment) => typeof segment === 'string')
  const statement = statementIndex(path)
  return {
    spot: spotOf(names, isKey),
    span,
    before: text.slice(
      span.start + (quoted ? 1 : 0),
      Math.max(offset, span.start + (quoted ? 1 : 0)),
    ),
    isKey,
    expected,
    ...(commaAt === undefined ? {} : { commaAt }),
    inList: typeof path.at(-1) === 'number',
    ...(statement === undefined ? {} : { statement }),
    object: objectAt(json, isKey ? path.slice(0, -1) : path),
  }
}

function statementIndex([element, index, ...rest]: readonly (string | number)[]):
  number | undefined {
  if (element !== 'Statement') return undefined
  if (typeof index === 'number') return index
  // A single statement without a list has index 0.
  return index === undefined && rest.length === 0 ? undefined : 0
}

/** `names` are the names of members from the root; list indexes are left out, for a single value and a list mean the same. */
function spotOf(names: readonly string[], isKey: boolean): Spot {
  const [element, ...inside] = names
  if (element === undefined) return { kind: 'document' }
  if (names.length === 1 && isKey) return { kind: 'documentKey' }
  if (names.length === 1 && element === 'Version') return { kind: 'version' }
  if (names.length === 1 && element === 'Id') return { kind: 'id' }
  return element === 'Statement' ? statementSpot(inside, isKey) : { kind: 'unknown' }
}

function statementSpot(names: readonly string[], isKey: boolean): Spot {
  const [element, first, second, ...deeper] = names
  if (element === undefined) return { kind: 'statement' }
  if (first === undefined && isKey) return { kind: 'statementKey' }
  if (deeper.length > 0) return { kind: 'unknown' }
  switch (element) {
    case 'Sid':
      return { kind: 'sid' }
    case 'Effect':
      return { kind: 'effect' }
    case 'Action':
    case 'NotAction':
      return first === undefined ? { kind: 'action' } : { kind: 'unknown' }
    case 'Resource':
    case 'NotResource':
      return first === undefined ? { kind: 'resource' } : { kind: 'unknown' }
    case 'Principal':
    case 'NotPrincipal':
      return second === undefined ? principalSpot(first, isKey) : { kind: 'unknown' }
    case 'Condition':
      return conditionSpot(first, second, isKey)
    default:
      return { kind: 'unknown' }
  }
}

function principalSpot(kind: string | undefined, isKey: boolean): Spot {
  if (kind === undefined) return { kind: 'principal' }
  if (isKey) return { kind: 'principalKey' }
  const of = principalKeys.find((known) => known === kind)
  return of ? { kind: 'principalValue', of } : { kind: 'unknown' }
}

function conditionSpot(
  operator: string | undefined,
  key: string | undefined,
  isKey: boolean,
): Spot {
  if (operator === undefined) return { kind: 'conditions' }
  if (key === undefined) return isKey ? { kind: 'operator' } : { kind: 'keys', operator }
  return isKey ? { kind: 'contextKey', operator } : { kind: 'conditionValue', operator, key }
}

/** The innermost object on the way of `path`. */
function objectAt(
  root: JsonNode | undefined,
  path: readonly (string | number)[],
): JsonObject | undefined {
  let node = root
  let found: JsonObject | undefined
  for (const segment of path) {
    if (node?.kind === 'object') found = node
    node =
      node?.kind === 'object' && typeof segment === 'string'
        ? member(node, segment)?.value
        : node?.kind === 'array' && typeof segment === 'number'
          ? node.items[segment]
          : undefined
  }
  return node?.kind === 'object' ? node : found
}

/** The names of the members of `object` that do not stand at `span`. */
export function otherNames(object: JsonObject | undefined, span: Span): ReadonlySet<string> {
  const others = object?.members.filter(({ key }) => key.span.start !== span.start) ?? []
  return new Set(others.map(({ key }) => key.value))
}
