import { drawn, type Mark, type StatementMark } from '#language'

/** A part of a line. */
export interface Piece {
  readonly text: string
  readonly kind: 'element' | 'string' | 'other'
  /** A part of a statement that does not match. */
  readonly unmet: boolean
}

/** One line of a policy's text, with what is drawn at it. */
export interface PolicyLine {
  readonly pieces: readonly Piece[]
  /** The mark of the statement that the line is a part of, where that is drawn as a bar. */
  readonly bar: Mark | undefined
  /** The statement begins here. */
  readonly shape: Mark | undefined
  /** What stands behind the text. */
  readonly notes: readonly { readonly mark: Mark | 'unmet'; readonly words: string }[]
}

/** A policy has hundreds of lines, and a link can hold anything: also one line of a million characters. */
const mostLines = 1000
const mostCharacters = 60_000
/** Words behind one line. */
const mostNotes = 20

/** The first lines of a text with its marks, and how many more there are. */
export function policyLines(
  text: string,
  marks: readonly StatementMark[],
): { readonly lines: readonly PolicyLine[]; readonly more: number } {
  const all = text.trimEnd().split('\n')
  const starts: number[] = []
  let length = 0
  for (const line of all) {
    starts.push(length)
    length += line.length + 1
  }
  const drawings = marks.map((mark) => ({ ...mark, ...drawn(mark) }))
  const unmet = drawings.flatMap((mark) => mark.unmet).sort((a, b) => a.span.start - b.span.start)
  const drawnLines = all
    .slice(0, mostLines)
    .filter((_, index) => (starts[index] ?? 0) < mostCharacters)
    .map((line, index) => line.slice(0, mostCharacters - (starts[index] ?? 0)))
  const lines = drawnLines.map((written, index): PolicyLine => {
    const start = starts[index] ?? 0
    const end = start + written.length
    const begins = (offset: number) => start <= offset && offset <= end
    const within = drawings.find(
      ({ barred, span }) => barred && span.start <= end && start < span.end,
    )
    return {
      pieces: piecesOf(written.replace(/\r$/u, ''), start, unmet),
      bar: within?.mark,
      shape: within && begins(within.span.start) ? within.mark : undefined,
      notes: [
        ...drawings
          .filter(({ span, words }) => words !== '' && begins(span.start))
          .map(({ mark, words }) => ({ mark, words })),
        ...unmet
          .filter(({ span, words }) => words !== '' && begins(span.start))
          .map(({ words }) => ({ mark: 'unmet' as const, words })),
      ].slice(0, mostNotes),
    }
  })
  // A line that is cut off is one of them.
  const isCut = drawnLines.at(-1)?.length !== all[drawnLines.length - 1]?.length
  return { lines, more: all.length - lines.length + (isCut ? 1 : 0) }
}

/** Strings, and what stands between them; cut where a part that fails begins or ends. */
function piecesOf(
  line: string,
  offset: number,
  unmet: readonly { readonly span: { readonly start: number; readonly end: number } }[],
): readonly Piece[] {
  const pieces: Piece[] = []
  // They are in the order of the text, like what is added: those that end before it are done with.
  let first = 0
  const add = (from: number, to: number, kind: Piece['kind']) => {
    while ((unmet[first]?.span.end ?? Infinity) <= offset + from) first++
    let after = first
    while ((unmet[after]?.span.start ?? Infinity) < offset + to) after++
    const here = unmet.slice(first, after)
    const cuts = here
      .flatMap(({ span }) => [span.start - offset, span.end - offset])
      .filter((cut) => from < cut && cut < to)
    const edges = [from, ...new Set(cuts.sort((a, b) => a - b)), to]
    edges.slice(0, -1).forEach((start, index) => {
      const end = edges[index + 1] ?? to
      if (start === end) return
      pieces.push({
        text: line.slice(start, end),
        kind,
        unmet: here.some(({ span }) => span.start <= offset + start && offset + end <= span.end),
      })
    })
  }
  let at = 0
  for (const { 0: found, index } of line.matchAll(/"(?:[^"\\]|\\.)*"?/gu)) {
    const end = index + found.length
    add(at, index, 'other')
    add(index, end, /^\s*:/u.test(line.slice(end)) ? 'element' : 'string')
    at = end
  }
  add(at, line.length, 'other')
  return pieces
}
