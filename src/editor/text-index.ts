import type { Span } from '#policy'

/** Line and column as Monaco counts them: both from one, columns in UTF-16 units. */
export interface Place {
  readonly lineNumber: number
  readonly column: number
}

/** A range as Monaco writes it; structurally its `IRange`. */
export interface PlaceRange {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

/**
 * Where the lines of one text begin. Monaco unifies mixed line ends, so offsets into its model may differ from
 * offsets into the text a person gave us; lines and columns do not. Hence offsets are converted here, by our text.
 */
export class TextIndex {
  readonly text: string
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.text = text
    const starts = [0]
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
    this.#starts = starts
  }

  /** The place of an offset; one outside the text is moved to its nearest end. */
  placeAt(offset: number): Place {
    const wanted = Math.max(0, Math.min(offset, this.text.length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle
      else high = middle - 1
    }
    return { lineNumber: low + 1, column: wanted - (this.#starts[low] ?? 0) + 1 }
  }

  /** The offset of a place; a column beyond its line is moved to the line's end. */
  offsetAt({ lineNumber, column }: Place): number {
    const start = this.#starts[lineNumber - 1]
    if (start === undefined) return this.text.length
    return Math.min(start + column - 1, this.#endOf(lineNumber))
  }

  rangeOf({ start, end }: Span): PlaceRange {
    const from = this.placeAt(start)
    const to = this.placeAt(end)
    return {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    }
  }

  /** The length of a line without its end, plus one: the column after its last character. */
  endColumn(lineNumber: number): number {
    return this.#endOf(lineNumber) - (this.#starts[lineNumber - 1] ?? 0) + 1
  }

  #endOf(lineNumber: number): number {
    const next = this.#starts[lineNumber]
    if (next === undefined) return this.text.length
    return this.text.slice(next - 2, next) === '\r\n' ? next - 2 : next - 1
  }
}

let latest: TextIndex | undefined

/** The index of `text`; the last one is kept, because one keystroke asks many times for the same text. */
export function indexOf(text: string): TextIndex {
  if (latest?.text !== text) latest = new TextIndex(text)
  return latest
}
