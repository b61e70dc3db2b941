import type { Span } from '#policy'

/** Equal but for their line ends, which Monaco unifies. */
export function sameText(a: string, b: string): boolean {
  return a === b || unify(a) === unify(b)
}

/** The smallest single replacement that turns `from` into `to`, so that cursors and folds elsewhere stay. */
export function changeBetween(from: string, to: string): { span: Span; text: string } {
  const limit = Math.min(from.length, to.length)
  let start = 0
  while (start < limit && from[start] === to[start]) start++
  let tail = 0
  while (tail < limit - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  // A change inside a line end or a surrogate pair must take all of it.
  if (isInsidePair(from, start) || isInsidePair(to, start)) start--
  if (isInsidePair(from, from.length - tail) || isInsidePair(to, to.length - tail)) tail--
  return { span: { start, end: from.length - tail }, text: to.slice(start, to.length - tail) }
}

function unify(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function isInsidePair(text: string, at: number): boolean {
  const pair = text.slice(at - 1, at + 1)
  return at > 0 && (pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair))
}
