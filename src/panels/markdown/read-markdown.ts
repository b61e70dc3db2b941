import { Lexer, type Token } from 'marked'

/** Characters that are read; ten times the longest lesson. What is longer comes from somebody who means no good. */
export const longest = 20_000
/** Signs of emphasis: pairing them costs time that grows with their square. */
const mostSigns = 1_500
/** Cells of a table: rows are filled up to the width of their header. */
const mostCells = 5_000
/** Quotes in quotes, lists in lists. */
const deepest = 8

/** A text as tokens; undefined when it is not worth reading as Markdown and stands for itself. */
export type MarkdownReading = {
  readonly text: string
  /** The text was longer than is shown. */
  readonly isCut: boolean
  readonly tokens: readonly Token[] | undefined
}

/**
 * Reads Markdown into tokens, of which elements are made one by one: nothing becomes HTML. The text may come from anybody, so its
 * length, its depth and the work it causes are bounded.
 */
export function readMarkdown(written: string): MarkdownReading {
  const text = written.slice(0, longest).replace(/\r\n?/gu, '\n')
  const reading = { text, isCut: written.length > longest }
  if (count(text, /[*_]/gu) > mostSigns || cells(text) > mostCells)
    return { ...reading, tokens: undefined }
  try {
    return { ...reading, tokens: new Lexer({ gfm: true }).lex(flatter(text)) }
  } catch {
    return { ...reading, tokens: undefined }
  }
}

const count = (text: string, sign: RegExp) => (text.match(sign) ?? []).length

/** How many cells there would be if all bars of the text were one table. */
function cells(text: string): number {
  const bars = text.split('\n').map((line) => count(line, /\|/gu))
  return Math.max(...bars) * bars.filter((some) => some > 0).length
}

const container = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/uy

/** The text without quotes and lists that begin deeper than anybody writes: the lexer calls itself for each. */
function flatter(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let end = 0
      container.lastIndex = 0
      for (let depth = 0; container.test(line); depth++) {
        if (depth < deepest) end = container.lastIndex
        else {
          // Everything of its kind behind it, too.
          while (container.test(line));
          return line.slice(0, end) + ' ' + line.slice(end).replace(/^[\s>*+\-\d.)]+/u, '')
        }
      }
      return line.replace(/^[ \t]{40,}/u, ' '.repeat(40))
    })
    .join('\n')
}
