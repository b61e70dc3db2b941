import {
  touches,
  type Fix,
  type GrammarType,
  type JsonMember,
  type JsonNode,
  type Located,
  type PolicyDocument,
  type PolicySource,
  type Span,
  type Statement,
} from '#policy'
import type { Reference } from '#reference'
import type { Context } from '../check.ts'
import { editsOf } from '../edits.ts'

/** Where a person stands in a policy, with what the offers want to know about it. */
export interface Spot {
  readonly context: Context
  readonly span: Span
  /** Undefined outside the statements. */
  readonly statement: Statement | undefined
  /** The string of Action or NotAction. */
  readonly entry: Located<string> | undefined
  /** The innermost member that holds the place, from the statement down, and its depth there: 1 for `Action`. */
  readonly member: { readonly member: JsonMember; readonly depth: number } | undefined
}

/** One thing to offer: no, one or several changes. An impossible one is undefined and left out. */
export type Refactoring = (spot: Spot) => readonly (Fix | undefined)[]

/** Something to offer for the statement at the place. */
export function ofStatement(
  offers: (statement: Statement, spot: Spot) => readonly (Fix | undefined)[],
): Refactoring {
  return (spot) => (spot.statement ? offers(spot.statement, spot) : [])
}

/** Undefined for a text that is no policy, or has any slip in its JSON: a change could make it worse. */
export function spotOf(
  source: PolicySource,
  type: GrammarType,
  reference: Reference,
  span: Span,
): Spot | undefined {
  const { document, problems } = source
  if (!document || problems.some(({ id }) => id.startsWith('json-') || id === 'duplicate-json-key'))
    return undefined
  const context = contextOf(source, document, type, reference)
  const statement = document.statements.find((one) => covers(one.span, span))
  const node = statement && context.jsonAt(statement.span)
  return {
    context,
    span,
    statement,
    entry: statement?.action?.patterns.find((pattern) => touches(pattern.span, span.start)),
    member: node && innermost(node, span, 0),
  }
}

function contextOf(
  source: PolicySource,
  document: PolicyDocument,
  type: GrammarType,
  reference: Reference,
): Context {
  const edit = editsOf(source)
  return {
    source,
    document,
    type,
    reference,
    siblings: [],
    edit,
    jsonAt: edit.nodeAt,
    lineAt: (offset) => source.text.slice(0, offset).split('\n').length,
    report: () => undefined,
  }
}

function innermost(node: JsonNode, span: Span, depth: number): Spot['member'] {
  if (node.kind !== 'object') return undefined
  const member = node.members.find((one) => covers(one.span, span))
  if (!member) return undefined
  const deeper = member.value && innermost(member.value, span, depth + 1)
  return deeper ?? { member, depth: depth + 1 }
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
