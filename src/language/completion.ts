import type { PolicySource, PolicyType, Span, Statement, TextEdit } from '#policy'
import type { Reference } from '#reference'
import type { AccessRequest, RequestInput } from '#request'
import type { Place } from './place.ts'
import { literal } from './snippet.ts'

/** One thing that can stand at the caret. */
export interface Completion {
  readonly label: string
  /** The text that replaces `span`. */
  readonly insert: string
  /** `insert` holds stops: `$1`, `${2:name}`, and `$0` for the last; a literal `$`, `}` or `\` is escaped by `\`. */
  readonly snippet: boolean
  /** From the opening quote, where there is one. */
  readonly span: Span
  readonly kind:
    | 'element'
    | 'value'
    | 'operator'
    | 'key'
    | 'variable'
    | 'skeleton'
    | 'service'
    | 'action'
    | 'wildcard'
    | 'resource'
  /** A few words beside the label. */
  readonly detail: string
  /** A sentence or two. */
  readonly documentation: string
  /** Completions are offered in the order of this text. */
  readonly sort: string
  /**
   * What is typed so far, where this was found and ranked by it: an editor that compares the label itself would drop abbreviations and
   * products' names. The next character asks again.
   */
  readonly filter?: string
  /** After insertion there is more to choose: ask for completions again. */
  readonly continues: boolean
  /** Edits elsewhere that belong to it: the comma that the value before lacks. */
  readonly also?: readonly TextEdit[]
}

/** What is known besides the policy itself. */
export interface Situation {
  /** The request on screen: its ARNs and context keys are offered first. */
  readonly request?: AccessRequest
  /** What exists in AWS, as far as it is loaded. */
  readonly reference?: Reference
  /** All requests of the workspace. */
  readonly requests?: readonly RequestInput[]
  /** All policies of the workspace. */
  readonly sources?: readonly PolicySource[]
}

/** Everything a completion is made from. */
export interface Occasion {
  readonly source: PolicySource
  readonly type: PolicyType
  readonly place: Place
  /** Where the caret is, as far as it is written. */
  readonly statement: Statement | undefined
  readonly request: AccessRequest | undefined
  readonly reference: Reference
  readonly situation: Situation
}

/** What is to be inserted, before it is fitted into the text around. */
export interface Offer {
  readonly label: string
  readonly kind: Completion['kind']
  /** A snippet. For a name: the value behind it. */
  readonly value: string
  readonly detail?: string
  readonly documentation?: string
  readonly continues?: boolean
  /** For a name that is itself a snippet, as a tag's. Without quotes. */
  readonly name?: string
  /** Found and ranked by what is typed. */
  readonly ranked?: true
}

/** A string as JSON, inside a snippet. */
export function quotedSnippet(text: string): string {
  return literal(JSON.stringify(text))
}

/** Fits offers of names into the text: with a value behind, unless the name at the caret already has one. */
export function keyCompletions(
  offers: readonly Offer[],
  occasion: Occasion,
): readonly Completion[] {
  const { text } = occasion.source
  const { span } = occasion.place
  const next = text.slice(span.end).trimStart()
  const valued = next.startsWith(':')
  const comma = valued || next === '' || /^[,}\]]/u.test(next) ? '' : ','
  return offers.map((offer, index) => {
    const name = offer.name === undefined ? quotedSnippet(offer.label) : `"${offer.name}"`
    return fit(offer, valued ? name : `${name}: ${offer.value}${comma}`, index, occasion)
  })
}

/** Fits offers of values into the text. */
export function valueCompletions(
  offers: readonly Offer[],
  occasion: Occasion,
): readonly Completion[] {
  const { source, place } = occasion
  const next = source.text.slice(place.span.end).trimStart()
  const free = next === '' || /^[,}\]]/u.test(next)
  // In a list another value can come first; behind a name a value that is there stays, but the next name may lack its comma.
  if (!free && !place.inList && !/^"(?:[^"\\]|\\.)*"\s*:/u.test(next)) return []
  return offers.map((offer, index) =>
    fit(offer, `${offer.value}${free ? '' : ','}`, index, occasion),
  )
}

function fit(offer: Offer, insert: string, index: number, { place }: Occasion): Completion {
  const { span, commaAt } = place
  const adjacent = commaAt === span.start
  return {
    label: offer.label,
    insert: adjacent ? `, ${insert}` : insert,
    snippet: true,
    span,
    kind: offer.kind,
    detail: offer.detail ?? '',
    documentation: offer.documentation ?? '',
    sort: String(index).padStart(4, '0'),
    continues: offer.continues ?? false,
    ...(offer.ranked ? { filter: place.before } : {}),
    ...(commaAt === undefined || adjacent
      ? {}
      : { also: [{ span: { start: commaAt, end: commaAt }, text: ',' }] }),
  }
}
