import { parsePattern, splitArn, touches, type PolicySource, type Span } from '#policy'
import type { Decision, StatementTrace } from '#evaluator'
import { globalKey } from '#reference'
import { contextEntry, type AccessRequest } from '#request'
import { actionMissWords } from './action-words.ts'
import { conditionSentence, conditionValueWords } from './condition-words.ts'
import { highlights } from './highlights.ts'
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
import { listed, sentence, shown } from './words.ts'

/** What a token means, and what it did in the request on screen. */
export interface Explanation {
  readonly title: string
  readonly text: string
  /** The token. */
  readonly spans: readonly Span[]
}

/** A token, and its statement in the request on screen. */
interface Token {
  readonly place: Place
  /** Without its quotes. */
  readonly text: string
  readonly request: AccessRequest | undefined
  readonly statement: StatementTrace | undefined
  readonly parts: readonly Part[]
  /** What became of the statement: "✓ allows this request". */
  readonly outcome: string | undefined
}

/** Explains the token at `offset`, for the strip under the editor; undefined where there is nothing to say. */
export function explainAt(
  source: PolicySource,
  offset: number,
  decision?: Decision,
  policyName?: string,
): Explanation | undefined {
  const place = placeAt(source, offset)
  const { span } = place
  if (span.start === span.end) return undefined
  const variable = variableAt(source, offset, place.spot)
  if (variable) return explainVariable(variable, decision?.request)
  const token = tokenAt(source, place, decision, policyName)
  const meaning = meaningOf(place.spot, token.text)
  const did = effectOf(place.spot, token)
  if (meaning === undefined && did === undefined) return undefined
  return {
    title: token.text === '' ? 'Empty text' : token.text,
    text: [meaning, did && `In this request: ${did}.`].filter(Boolean).join(' '),
    spans: [span],
  }
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
      statement: undefined,
      parts: [],
      outcome: undefined,
    }
  const ref = { policy, statement: index }
  const statement = findStatement(decision, ref)
  return {
    place,
    text: written,
    request: decision.request,
    statement,
    parts: statement ? partsOf(statement, decision.request) : [],
    outcome: highlights(decision, policy).find((mark) => mark.ref.statement === index)?.words,
  }
}

/** What the token means in any request: sentences. */
function meaningOf(spot: Spot, text: string): string | undefined {
  switch (spot.kind) {
    case 'documentKey':
    case 'statementKey':
      return elementWords[text]
    case 'version':
      return versionWords[text]
    case 'effect':
      return effectWords[text]
    case 'id':
      return elementWords['Id']
    case 'sid':
      return elementWords['Sid']
    case 'principal':
      return text === '*' ? 'Everyone, anonymous callers included.' : undefined
    case 'principalKey':
      return (principalKindWords as Readonly<Record<string, string>>)[text]
    case 'principalValue':
      return principalKindWords[spot.of]
    case 'action':
      return actionMeaning(text)
    case 'resource':
      return resourceMeaning(text)
    case 'operator':
      return operatorWords(text)
    case 'contextKey':
      return keyMeaning(text)
    case 'conditionValue':
      return operatorWords(spot.operator)
    case 'document':
    case 'statement':
    case 'conditions':
    case 'keys':
    case 'unknown':
      return undefined
  }
}

function actionMeaning(text: string): string {
  if (text === '*') return 'Every action of every service.'
  const colon = text.indexOf(':')
  const service = text.slice(0, colon)
  const name = text.slice(colon + 1)
  if (colon <= 0 || name === '') return 'An action is written as service:Name.'
  if (name === '*') return `Every action of ${service}.`
  return /[*?]/u.test(name)
    ? `The actions of ${service} whose name fits ${name}.`
    : `The action ${name} of ${service}.`
}

/** An ARN by the names of its fields. */
function resourceMeaning(text: string): string {
  if (text === '*') return 'Every resource.'
  const parts = splitArn(text)
  if (!parts) return 'A resource is written as an ARN, or as "*".'
  const { partition, service, region, account, resource } = parts
  const fields = [
    `partition ${partition}`,
    `service ${service}`,
    region === '' ? 'no Region' : `Region ${region}`,
    account === '' ? 'no account' : `account ${account}`,
    `resource ${resource}`,
  ]
  return `An ARN: ${fields.join(', ')}.`
}

function keyMeaning(text: string): string {
  const row = globalKey(text)
  if (!row) return 'A context key of the request.'
  const several = row.multivalued ? 'Holds several values.' : ''
  return `${row.description} ${row.present} ${several || `Type: ${keyTypeWords[row.type]}.`}`
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
): Explanation {
  const entry = request && contextEntry(request.context, key)
  const instead =
    fallback === undefined ? noValue(key) : `it is absent, so ${shown(fallback)} stands instead`
  const usable = entry && !entry.multivalued
  const did =
    request && `In this request: ${usable ? `it is ${listed(entry.values.map(shown))}` : instead}.`
  const row = globalKey(key)
  return {
    title: `\${${key}}`,
    text: sentence(
      ['Replaced by the value of the key.', row?.description, did].filter(Boolean).join(' '),
    ),
    spans: [span],
  }
}
