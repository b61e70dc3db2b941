import {
  parsePattern,
  touches,
  type PolicySource,
  type PrincipalKind,
  type Span,
  type Statement,
} from '#policy'
import type { Decision } from '#evaluator'
import {
  emptyReference,
  findConditionKey,
  findServicePrincipal,
  globalKey,
  type Reference,
} from '#reference'
import { contextEntry, type AccessRequest } from '#request'
import { actionMeaning, serviceMeaning } from './action-meaning.ts'
import { actionMissWords } from './action-words.ts'
import { arnMeaning } from './arn-meaning.ts'
import { conditionSentence, conditionValueWords } from './condition-words.ts'
import { highlights } from './highlights.ts'
import { keyMeaning } from './key-meaning.ts'
import { statementWords } from './lenses.ts'
import { meaning, type Fact, type Meaning } from './meaning.ts'
import { partsOf, type Part } from './parts.ts'
import { placeAt, type Place, type Spot } from './place.ts'
import { principalMissWords, strengthWords } from './principal-words.ts'
import { noValue, resourceMissWords } from './resource-words.ts'
import { findStatement } from './statement-place.ts'
import {
  effectWords,
  elementWords,
  keyTypeWords,
  operatorWords,
  principalKindWords,
  versionWords,
} from './vocabulary.ts'
import { listed, shown } from './words.ts'

/** What a token means, and what it did in the request on screen. */
export interface Explanation {
  readonly title: string
  /** What it means; the last one what it did in the request on screen, where there is something to say. */
  readonly paragraphs: readonly string[]
  /** What AWS's pages list of it: a label, and what stands beside it. */
  readonly facts: readonly Fact[]
  /** AWS's page. */
  readonly link?: string
  /** The token. */
  readonly spans: readonly Span[]
}

/** A token, and its statement in the request on screen. */
interface Token {
  readonly place: Place
  /** Without its quotes. */
  readonly text: string
  readonly request: AccessRequest | undefined
  readonly parts: readonly Part[]
  /** What became of the statement: "✓ allows this request". */
  readonly outcome: string | undefined
}

/**
 * Explains the token at `offset`, for the strip under the editor and its hover; undefined where there is nothing to say. Facts about
 * AWS are told as far as `reference` has them.
 */
export function explainAt(
  source: PolicySource,
  offset: number,
  decision?: Decision,
  policyName?: string,
  reference: Reference = emptyReference,
): Explanation | undefined {
  const place = placeAt(source, offset)
  const { span } = place
  if (span.start === span.end) return undefined
  const variable = variableAt(source, offset, place.spot)
  if (variable) return explainVariable(variable, decision?.request, reference)
  const token = tokenAt(source, place, decision, policyName)
  const statement = source.draft?.statements.find(({ index }) => index === place.statement)
  const service = serviceAt(token, offset, reference)
  const means = service?.meaning ?? meaningOf(place.spot, token.text, reference, statement)
  const did = effectOf(place.spot, token)
  if (means === undefined && did === undefined) return undefined
  return {
    title: service?.prefix ?? (token.text === '' ? 'Empty text' : token.text),
    paragraphs: [...(means?.paragraphs ?? []), ...(did ? [`In this request: ${did}.`] : [])],
    facts: means?.facts ?? [],
    ...(means?.link === undefined ? {} : { link: means.link }),
    spans: [service?.span ?? span],
  }
}

/** The prefix before an action's colon, where the caret is in it and its service can be told. */
function serviceAt({ place, text }: Token, offset: number, reference: Reference) {
  const { span, spot } = place
  const colon = text.indexOf(':')
  const start = span.start + 1
  if (spot.kind !== 'action' || offset < start || offset > start + colon) return undefined
  const prefix = text.slice(0, colon)
  const found = /[*?]/u.test(prefix) ? undefined : serviceMeaning(prefix, reference)
  return found && { prefix, meaning: found, span: { start, end: start + colon } }
}

function tokenAt(
  { text }: PolicySource,
  place: Place,
  decision: Decision | undefined,
  policy: string | undefined,
): Token {
  const { span, statement: index } = place
  const written = text.slice(span.start, span.end).replace(/^"|"$/gu, '')
  if (!decision || policy === undefined || index === undefined)
    return {
      place,
      text: written,
      request: decision?.request,
      parts: [],
      outcome: undefined,
    }
  const ref = { policy, statement: index }
  const statement = findStatement(decision, ref)
  return {
    place,
    text: written,
    request: decision.request,
    parts: statement ? partsOf(statement, decision.request) : [],
    outcome: highlights(decision, policy).find((mark) => mark.ref.statement === index)?.words,
  }
}

/** What the token means in any request. */
function meaningOf(
  spot: Spot,
  text: string,
  reference: Reference,
  statement: Statement | undefined,
): Meaning | undefined {
  switch (spot.kind) {
    case 'documentKey':
    case 'statementKey':
      return meaning(elementWords[text])
    case 'version':
      return meaning(versionWords[text])
    case 'effect':
      return effectMeaning(text, reference, statement)
    case 'id':
      return meaning(elementWords['Id'])
    case 'sid':
      return meaning(elementWords['Sid'])
    case 'principal':
      return meaning(text === '*' ? 'Everyone, anonymous callers included.' : undefined)
    case 'principalKey':
      return meaning((principalKindWords as Readonly<Record<string, string>>)[text])
    case 'principalValue':
      return principalMeaning(spot.of, text, reference)
    case 'action':
      return actionMeaning(text, reference)
    case 'resource':
      return arnMeaning(text, reference, statement)
    case 'operator':
      return meaning(operatorWords(text))
    case 'contextKey':
      return keyMeaning(text, reference, statement)
    case 'conditionValue':
      return meaning(operatorWords(spot.operator))
    case 'document':
    case 'statement':
    case 'conditions':
    case 'keys':
    case 'unknown':
      return undefined
  }
}

function effectMeaning(
  text: string,
  reference: Reference,
  statement: Statement | undefined,
): Meaning | undefined {
  const means = meaning(effectWords[text])
  const words = statement && statementWords(statement, reference)
  return means && words !== undefined ? { ...means, facts: [['This statement', words]] } : means
}

function principalMeaning(
  kind: PrincipalKind,
  text: string,
  reference: Reference,
): Meaning | undefined {
  const means = meaning(principalKindWords[kind])
  const service = kind === 'Service' ? findServicePrincipal(reference, text) : 'unknown'
  if (!means || typeof service === 'string') return means
  const { product, source, page } = service
  const sends: readonly Fact[] =
    source === 'unknown' ? [] : [['Its calls carry', 'aws:SourceArn and aws:SourceAccount']]
  return { ...means, facts: [['Service', product], ...sends], ...(page ? { link: page } : {}) }
}

/** What the token did in the request on screen: a clause, or nothing to add. */
function effectOf(spot: Spot, token: Token): string | undefined {
  const { place, parts, request, outcome, text } = token
  if (!request) return undefined
  switch (spot.kind) {
    case 'statementKey':
      if (text === 'Condition') return conditionsDid(parts)
      return text === 'Effect' || text === 'Sid' ? outcome : parts.find(at(place))?.words
    case 'effect':
    case 'sid':
      return outcome
    case 'action':
    case 'resource':
    case 'principal':
    case 'principalValue':
    case 'conditionValue':
      return valueDid(token, request)
    case 'operator': {
      const conditions = parts.flatMap((part) =>
        part.kind === 'condition' && touches(part.trace.clause.operatorName.span, place.span.start)
          ? [part]
          : [],
      )
      return conditionsDid(conditions)
    }
    case 'contextKey': {
      const part = parts.find(at(place))
      return part?.kind === 'condition' ? conditionSentence(part.trace) : keyDid(text, request)
    }
    case 'document':
    case 'documentKey':
    case 'version':
    case 'id':
    case 'statement':
    case 'principalKey':
    case 'conditions':
    case 'keys':
    case 'unknown':
      return undefined
  }
}

const at =
  ({ span }: Place) =>
  ({ name }: Part) =>
    name.span.start === span.start

function conditionsDid(parts: readonly Part[]): string | undefined {
  const conditions = parts.flatMap((part) => (part.kind === 'condition' ? [part.trace] : []))
  if (conditions.length === 0) return undefined
  const unmet = conditions.filter(({ matched }) => !matched)
  return unmet.length === 0 ? 'this holds' : `this fails: ${listed(unmet.map(conditionSentence))}`
}

function keyDid(key: string, { context }: AccessRequest): string {
  const entry = contextEntry(context, key)
  return entry ? `it is ${listed(entry.values.map(shown))}` : 'it is absent'
}

/** What one value of a list did. */
function valueDid({ place, parts }: Token, request: AccessRequest): string | undefined {
  const here = ({ span }: { readonly span: Span }) => span.start === place.span.start
  for (const part of parts)
    switch (part.kind) {
      case 'principal': {
        const found = part.trace.patterns.find(({ pattern }) => here(pattern))
        if (!found) break
        return found.strength === undefined
          ? principalMissWords(found.pattern, request.principal)
          : strengthWords(found.strength)
      }
      case 'action': {
        const found = part.trace.patterns.find(({ pattern }) => here(pattern))
        if (!found) break
        return found.matched
          ? `matches ${request.action.text}`
          : actionMissWords(found.pattern.value, request.action)
      }
      case 'resource': {
        const found = part.trace.patterns.find(({ pattern }) => here(pattern))
        if (!found) break
        return found.matched
          ? `matches ${request.resource.arn}`
          : resourceMissWords(found, request.resource)
      }
      case 'condition': {
        const index = part.trace.clause.values.findIndex(here)
        if (index < 0) break
        return `${conditionValueWords(part.trace, index)}; ${conditionSentence(part.trace)}`
      }
    }
  return undefined
}

interface Variable {
  readonly key: string
  readonly fallback: string | undefined
  readonly span: Span
}

/** The variable around `offset`, in the texts that can hold one. */
function variableAt(
  { text, draft }: PolicySource,
  offset: number,
  spot: Spot,
): Variable | undefined {
  if (draft?.variables !== true || (spot.kind !== 'resource' && spot.kind !== 'conditionValue'))
    return undefined
  const start = text.lastIndexOf('${', offset)
  const close = text.indexOf('}', start)
  if (start < 0 || close < 0 || close + 1 < offset || text.slice(start, close).includes('\n'))
    return undefined
  const [piece] = parsePattern(text.slice(start, close + 1), { wildcards: false, variables: true })
  return piece?.kind === 'variable'
    ? { key: piece.key, fallback: piece.fallback, span: { start, end: close + 1 } }
    : undefined
}

function explainVariable(
  { key, fallback, span }: Variable,
  request: AccessRequest | undefined,
  reference: Reference,
): Explanation {
  const entry = request && contextEntry(request.context, key)
  const instead =
    fallback === undefined ? noValue(key) : `it is absent, so ${shown(fallback)} stands instead`
  const usable = entry && !entry.multivalued
  const row = globalKey(key)
  const listedKey = row ? undefined : findConditionKey(reference, key)
  const described =
    row?.description ?? (typeof listedKey === 'object' ? `${listedKey.description}.` : undefined)
  const type = row?.type ?? (typeof listedKey === 'object' ? listedKey.type : undefined)
  return {
    title: `\${${key}}`,
    paragraphs: [
      ['Replaced by the value of the key.', described].filter(Boolean).join(' '),
      ...(request
        ? [`In this request: ${usable ? `it is ${listed(entry.values.map(shown))}` : instead}.`]
        : []),
    ],
    facts: type === undefined ? [] : [['Type', keyTypeWords[type]]],
    ...(row ? { link: row.page } : {}),
    spans: [span],
  }
}
