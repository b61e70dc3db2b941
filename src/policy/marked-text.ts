import type { Span } from './span.ts'

/** A sample text without its marks, and where the marks stood. */
export interface MarkedText {
  readonly text: string
  /** Where `‸` stood. */
  readonly cursor: number | undefined
  /** What stood between `«` and `»`, in the order of their beginnings. */
  readonly spans: readonly Span[]
}

/** Reads `‸` as a cursor and `«…»` as a span, which may be nested. A mark without its partner is our bug and throws. */
export function readMarkedText(marked: string): MarkedText {
  let text = ''
  let cursor: number | undefined
  const spans: Span[] = []
  const open: number[] = []
  for (const char of marked)
    switch (char) {
      case '‸':
        if (cursor !== undefined) throw new SyntaxError('a second ‸')
        cursor = text.length
        break
      case '«':
        open.push(spans.length)
        spans.push({ start: text.length, end: text.length })
        break
      case '»': {
        const index = open.pop()
        const span = index === undefined ? undefined : spans[index]
        if (index === undefined || !span) throw new SyntaxError('» without «')
        spans[index] = { start: span.start, end: text.length }
        break
      }
      default:
        text += char
    }
  if (open.length > 0) throw new SyntaxError('« without »')
  return { text, cursor, spans }
}

/** The text with `«…»` around each span, so that a test can compare what it sees. Spans do not cross. */
export function markSpans(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '«', size: end - start },
    { at: end, mark: '»', size: start - end },
  ])
  // At one place: close what is open before opening; the longer opens first, the shorter closes first.
  marks.sort((a, b) => a.at - b.at || Number(a.size > 0) - Number(b.size > 0) || b.size - a.size)
  let result = ''
  let at = 0
  for (const { at: next, mark } of marks) {
    result += text.slice(at, next) + mark
    at = next
  }
  return result + text.slice(at)
}
