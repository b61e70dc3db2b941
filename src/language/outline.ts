import type { PolicySource, Span } from '#policy'

/** A statement in the outline, with its elements below it. */
export interface OutlineItem {
  readonly name: string
  /** "Allow", "Deny" for a statement; empty for an element. */
  readonly detail: string
  readonly kind: 'statement' | 'element'
  /** All of it. */
  readonly span: Span
  /** The part that names it. */
  readonly nameSpan: Span
  readonly children: readonly OutlineItem[]
}

/** The statements of a text, in its order, as far as it can be understood. */
export function outline(_source: PolicySource): readonly OutlineItem[] {
  return []
}
