import type { Span } from '#policy'

/** The lines of a text that another text has nowhere, indentation and commas at the end aside. */
export function linesUnlike(text: string, other: string): readonly Span[] {
  const bare = (line: string) => line.trim().replace(/,$/u, '')
  const known = new Set(other.split('\n').map(bare))
  const spans: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (!known.has(bare(line))) {
      const indent = line.length - line.trimStart().length
      spans.push({ start: start + indent, end: start + line.trimEnd().length })
    }
    start += line.length + 1
  }
  return spans
}
