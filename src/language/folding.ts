import type { JsonNode, PolicySource, Span } from '#policy'

/** The objects and lists that span more than one line: what can be folded, the outer before the inner. */
export function foldingRanges({ text, json }: PolicySource): readonly Span[] {
  const ranges: Span[] = []
  const visit = (node: JsonNode | undefined): void => {
    if (node?.kind !== 'object' && node?.kind !== 'array') return
    if (text.slice(node.span.start, node.span.end).includes('\n')) ranges.push(node.span)
    if (node.kind === 'object') for (const { value } of node.members) visit(value)
    else for (const item of node.items) visit(item)
  }
  visit(json)
  return ranges
}
