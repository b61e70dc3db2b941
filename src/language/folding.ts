import type { PolicySource, Span } from '#policy'

/** The objects and lists that span more than one line: what can be folded. */
export function foldingRanges(_source: PolicySource): readonly Span[] {
  return []
}
