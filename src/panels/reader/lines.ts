import { drawn, type Mark, type StatementMark } from '#language'
import type { Finding, JsonNode, PolicySource, Severity, Span } from '#policy'

// The text of a policy as lines of pieces, each with what is to be seen of it. Plain data: how it looks is in the styles.

/** More is not drawn: a policy has hundreds of lines, and a link can hold anything: also one line of a million characters. */
export const mostLines = 2000
const mostCharacters = 100_000
/** Words behind one line. */
const mostNotes = 20

/** What a token is, for its colour. */
export type TokenKind = 'element' | 'string' | 'literal'

export interface Piece {
  readonly text: string
  readonly start: number
  /** Where the token that it is a part of begins; undefined between tokens. */
  readonly token: number | undefined
  readonly kind: TokenKind | undefined
  /** A policy variable within a string. */
  readonly variable: boolean
  /** A part of a statement that does not match. */
  readonly unmet: boolean
  /** The heaviest finding here. */
  readonly severity: Severity | undefined
  /** What somebody asked to see. */
  readonly shown: boolean
}

/** Words after a line: they are no part of the text. */
export interface LineNote {
  readonly mark: Mark | 'unmet'
  readonly words: string
}

export interface Line {
  readonly number: number
  readonly start: number
  readonly indent: string
  readonly pieces: readonly Piece[]
  /** The mark of the statement that the line belongs to, where it is drawn as a bar. */
  readonly bar: Mark | undefined
  /** The shape at the edge: the statement begins here. */
  readonly shape: Mark | undefined
  /** The heaviest finding that begins here. */
  readonly severity: Severity | undefined
  readonly notes: readonly LineNote[]
}

export interface Lines {
  readonly lines: readonly Line[]
  /** How many lines are left out. */
  readonly more: number
}

export interface Shown {
  readonly marks: readonly StatementMark[]
  readonly findings: readonly Finding[]
  /** The place somebody asked to see. */
  readonly place: Span | undefined
}

const byWeight: readonly Severity[] = ['suggestion', 'warning', 'security', 'error']

/** Bits of `looks`; the lowest three hold the severity's place in `byWeight`, counted from one. */
const severityBits = 7
const unmetBit = 8
const variableBit = 16
const shownBit = 32

/** The lines of a policy's text, with its marks and its findings. */
export function linesOf(source: PolicySource, { marks, findings, place }: Shown): Lines {
  const { text } = source
  const tokens: { readonly start: number; readonly kind: TokenKind }[] = []
  // For every character its token, counted from one, and its looks: painting them costs what the text is long.
  const tokenAt = new Int32Array(text.length)
  const looks = new Uint8Array(text.length)
  const paint = ({ start, end }: Span, bit: number) => {
    for (let at = start; at < end && at < text.length; at++) looks[at] = (looks[at] ?? 0) | bit
  }

  const addToken = (span: Span, kind: TokenKind) => {
    tokens.push({ start: span.start, kind })
    tokenAt.fill(tokens.length, span.start, span.end)
    if (kind !== 'string') return
    for (const { index, 0: variable } of text
      .slice(span.start, span.end)
      .matchAll(/\$\{[^}"\\]*\}/g))
      paint({ start: span.start + index, end: span.start + index + variable.length }, variableBit)
  }
  walk(source.json, addToken)

  const drawings = marks.map((mark) => ({ mark, ...drawn(mark) }))
  for (const { unmet } of drawings) for (const { span } of unmet) paint(span, unmetBit)
  if (place) paint(place, shownBit)
  for (const finding of findings) {
    const weight = byWeight.indexOf(finding.severity) + 1
    const { start, end } = visible(finding.span, text)
    for (let at = start; at < end; at++) {
      const look = looks[at] ?? 0
      if ((look & severityBits) < weight) looks[at] = (look & ~severityBits) | weight
    }
  }

  const starts = lineStarts(text)
  const bars = new Map<number, Mark>()
  const shapes = new Map<number, Mark>()
  const notes = new Map<number, LineNote[]>()
  const note = (offset: number, mark: LineNote['mark'], words: string) => {
    if (words === '') return
    const line = lineAt(starts, offset)
    const others = notes.get(line)
    if (!others) notes.set(line, [{ mark, words }])
    else if (others.length < mostNotes) others.push({ mark, words })
  }
  for (const { mark, barred, words, unmet } of drawings) {
    const first = lineAt(starts, mark.span.start)
    if (barred) {
      shapes.set(first, mark.mark)
      for (let line = first; line <= lineAt(starts, mark.span.end); line++)
        bars.set(line, mark.mark)
    }
    note(mark.span.start, mark.mark, words)
    for (const part of unmet) note(part.span.start, 'unmet', part.words)
  }
  const heaviest = new Map<number, number>()
  for (const { span, severity } of findings) {
    const line = lineAt(starts, span.start)
    heaviest.set(line, Math.max(heaviest.get(line) ?? -1, byWeight.indexOf(severity)))
  }

  const drawnStarts = starts.slice(0, mostLines).filter((start) => start < mostCharacters)
  const lines = drawnStarts.map((start, index): Line => {
    const end = Math.min((starts[index + 1] ?? text.length + 1) - 1, mostCharacters)
    const written = text.slice(start, end).replace(/\r$/, '')
    const indent = /^[ \t]*/.exec(written)?.[0] ?? ''
    return {
      number: index + 1,
      start,
      indent,
      pieces: piecesOf(start + indent.length, start + written.length),
      bar: bars.get(index),
      shape: shapes.get(index),
      severity: byWeight[heaviest.get(index) ?? -1],
      notes: notes.get(index) ?? [],
    }
  })
  // A line that is cut off is one of them.
  const cutAt = starts[lines.length] ?? text.length + 1
  const isCut = cutAt - 1 > mostCharacters && lines.length > 0
  return { lines, more: starts.length - lines.length + (isCut ? 1 : 0) }

  function piecesOf(from: number, to: number): readonly Piece[] {
    const pieces: Piece[] = []
    for (let start = from; start < to;) {
      let end = start + 1
      while (end < to && looks[end] === looks[start] && tokenAt[end] === tokenAt[start]) end++
      const token = tokens[(tokenAt[start] ?? 0) - 1]
      const look = looks[start] ?? 0
      pieces.push({
        text: text.slice(start, end),
        start,
        token: token?.start,
        kind: token?.kind,
        variable: (look & variableBit) !== 0,
        unmet: (look & unmetBit) !== 0,
        severity: byWeight[(look & severityBits) - 1],
        shown: (look & shownBit) !== 0,
      })
      start = end
    }
    return pieces
  }
}

/** Every name and every value that holds no others. */
function walk(node: JsonNode | undefined, visit: (span: Span, kind: TokenKind) => void): void {
  switch (node?.kind) {
    case undefined:
      break
    case 'object':
      for (const { key, value } of node.members) {
        visit(key.span, 'element')
        walk(value, visit)
      }
      break
    case 'array':
      for (const item of node.items) walk(item, visit)
      break
    case 'string':
      visit(node.span, 'string')
      break
    case 'number':
    case 'boolean':
    case 'null':
      visit(node.span, 'literal')
  }
}

/** What is missing at the end is shown at what stands before. */
function visible({ start, end }: Span, text: string): Span {
  if (end > start || text === '') return { start, end: Math.min(end, text.length) }
  const before = text.slice(0, start).trimEnd().length
  return { start: Math.max(0, before - 1), end: Math.max(1, before) }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The index of the line that has an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
