import { getLocation, type Node } from 'jsonc-parser'
import type { Span } from './span.ts'

/** Where an offset is in a JSON text, finished or not. */
export interface JsonLocation {
  /** Names and list indexes from the root; at a name, the last segment is the name itself, as far as it is written. */
  readonly path: readonly (string | number)[]
  /** Whether the name of a member stands here, or is to be written here. */
  readonly isKey: boolean
  /** The string, number or word that the caret touches: quotes included; empty at the offset where there is none. */
  readonly span: Span
  /** Whether the token begins with a quote. */
  readonly quoted: boolean
  /** Whether a name or a value can stand here, at most after adding a comma. */
  readonly expected: boolean
  /** The end of the value before, where a comma is missing to begin another. */
  readonly commaAt?: number
}

/** What a person types before remembering the quotes. */
const word = /[A-Za-z][\w:.-]*$/u

/** Finds the place of `offset`. Works on broken text, for it looks at little more than what stands before the offset. */
export function locate(text: string, offset: number): JsonLocation {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset)
  const token = tokenAt(text, offset, previousNode)
  const before = text.slice(0, token.span.start).trimEnd()
  // Behind a bracket a value is complete, whatever was expected inside.
  const isKey = isAtPropertyKey && !/[}\]]$/u.test(before)
  if (before === '' || '{[,:'.includes(before.slice(-1)))
    return { path, isKey, ...token, expected: true }
  const last = path.at(-1)
  if (isKey || last === undefined) return { path, isKey, ...token, expected: false }
  // A value is complete here; another member or item can follow, behind a comma.
  const next = typeof last === 'number' ? last + 1 : token.quoted ? last : ''
  return {
    path: [...path.slice(0, -1), next],
    isKey: typeof next === 'string',
    ...token,
    expected: true,
    commaAt: before.length,
  }
}

function tokenAt(
  text: string,
  offset: number,
  node: Node | undefined,
): Pick<JsonLocation, 'span' | 'quoted'> {
  if (node && node.offset <= offset && offset <= node.offset + node.length) {
    const start = node.offset
    const end = start + node.length
    const quoted = text.charAt(start) === '"'
    // An unclosed string runs to the end of its line; what stands behind the caret was not meant to be in it.
    return { span: { start, end: !quoted || endsString(text, start, end) ? end : offset }, quoted }
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return {
    span: { start: offset - (word.exec(line)?.[0].length ?? 0), end: offset },
    quoted: false,
  }
}

/** Whether the string that begins at `start` ends with the quote before `end`. */
function endsString(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charAt(end - 1) !== '"') return false
  let escapes = 0
  while (end - 2 - escapes > start && text.charAt(end - 2 - escapes) === '\\') escapes++
  return escapes % 2 === 0
}
