/**
 * Patterns: text with wildcards and policy variables.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (wildcards)
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (variables)
 */

/** What a pattern is made of, in order. */
export type Piece =
  /** `inserted`: the value of a variable. All of it means itself. */
  | { readonly kind: 'text'; readonly text: string; readonly inserted?: true }
  /** `*`: any run of characters, the empty one included. */
  | { readonly kind: 'run' }
  /** `?`: exactly one character (UTF-16 unit). */
  | { readonly kind: 'one' }
  /** `${key}` or `${key, 'fallback'}`. */
  | { readonly kind: 'variable'; readonly key: string; readonly fallback?: string }
  /** `${` that is no variable: it has no value, ever. `raw` is what stands there. */
  | { readonly kind: 'broken'; readonly raw: string; readonly flaw: VariableFlaw }

export type VariableFlaw = 'unclosed' | 'empty' | 'space' | 'quote'

export interface Dialect {
  readonly wildcards: boolean
  readonly variables: boolean
}

/** Splits a text into its pieces. `${*}`, `${?}` and `${$}` are the plain characters, where variables are read at all. */
export function parsePattern(text: string, { wildcards, variables }: Dialect): readonly Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  const flush = () => {
    if (plain) pieces.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at)
    if (variables && char === '$' && text.charAt(at + 1) === '{') {
      const { piece, end } = parseVariable(text, at)
      if (piece.kind === 'text') plain += piece.text
      else {
        flush()
        pieces.push(piece)
      }
      at = end
      continue
    }
    if (wildcards && (char === '*' || char === '?')) {
      flush()
      pieces.push({ kind: char === '*' ? 'run' : 'one' })
    } else plain += char
    at++
  }
  flush()
  return pieces
}

/** Reads the variable at `start`, where `${` stands. */
function parseVariable(text: string, start: number): { piece: Piece; end: number } {
  const broken = (end: number, flaw: VariableFlaw) => ({
    piece: { kind: 'broken', raw: text.slice(start, end), flaw } as const,
    end,
  })
  const brace = text.indexOf('}', start)
  const next = text.indexOf('${', start + 2)
  // A `}` within the quotes of a fallback does not end the variable.
  const whole = /^\$\{([^}$,']*?)\s*,\s*'([^']*)'\s*\}/u.exec(text.slice(start, start + 2048))
  if (whole) {
    const [all, key = '', fallback = ''] = whole
    const end = start + all.length
    if (key === '') return broken(end, 'empty')
    if (/\s/u.test(key)) return broken(end, 'space')
    return { piece: { kind: 'variable', key, fallback }, end }
  }
  if (brace < 0) return broken(next < 0 ? text.length : next, 'unclosed')
  if (next >= 0 && next < brace) return broken(next, 'unclosed')
  const inside = text.slice(start + 2, brace)
  const end = brace + 1
  if (inside === '*' || inside === '?' || inside === '$')
    return { piece: { kind: 'text', text: inside }, end }
  if (inside === '') return broken(end, 'empty')
  if (inside.includes(',') || inside.includes("'")) return broken(end, 'quote')
  if (/\s/u.test(inside)) return broken(end, 'space')
  return { piece: { kind: 'variable', key: inside }, end }
}

/** Looks a variable up: its value, or undefined when the request has none. */
export type VariableValue = (key: string) => string | undefined

export type Resolution =
  | { readonly kind: 'resolved'; readonly pieces: readonly Piece[]; readonly text: string }
  /** The first variable without a value, as written between the braces. */
  | { readonly kind: 'unresolved'; readonly variable: string }

/**
 * Replaces the variables, once: what is inserted is plain text, so a `*` or `${` in a value means itself.
 */
export function resolveVariables(pieces: readonly Piece[], valueOf: VariableValue): Resolution {
  const resolved: Piece[] = []
  let text = ''
  for (const piece of pieces)
    switch (piece.kind) {
      case 'broken':
        return { kind: 'unresolved', variable: piece.raw.replace(/^\$\{|\}$/gu, '') }
      case 'variable': {
        const value = valueOf(piece.key) ?? piece.fallback
        if (value === undefined) return { kind: 'unresolved', variable: piece.key }
        resolved.push({ kind: 'text', text: value, inserted: true })
        text += value
        break
      }
      case 'text':
        resolved.push(piece)
        text += piece.text
        break
      case 'run':
      case 'one':
        resolved.push(piece)
        text += piece.kind === 'run' ? '*' : '?'
    }
  return { kind: 'resolved', pieces: resolved, text }
}

/** Whether the pieces hold a variable, well-formed or not: then they mean something only together with a request. */
export function hasVariables(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'variable' || kind === 'broken')
}

/** The text between two `*`. `holes` are the places where any one character does. */
interface Segment {
  readonly text: string
  readonly holes: readonly number[] | undefined
}

/** A compiled pattern: its segments, with a `*` between each two. */
export type Glob = readonly [Segment, ...Segment[]]

/** Compiles pieces without variables. A variable or broken piece is our bug and throws. */
export function compileGlob(pieces: readonly Piece[]): Glob {
  const segments: Segment[] = []
  let text = ''
  let holes: number[] = []
  const flush = () => {
    segments.push({ text, holes: holes.length > 0 ? holes : undefined })
    text = ''
    holes = []
  }
  for (const piece of pieces)
    switch (piece.kind) {
      case 'text':
        text += piece.text
        break
      case 'one':
        holes.push(text.length)
        text += '?'
        break
      case 'run':
        flush()
        break
      case 'variable':
      case 'broken':
        throw new TypeError('a pattern is compiled after its variables are replaced')
    }
  flush()
  return segments as [Segment, ...Segment[]]
}

/**
 * Whether the whole text matches. Each segment is taken at its first place, which is never worse than a later one,
 * so nothing is tried twice: the time grows with the text, not with the number of ways to split it.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  const first = glob[0]
  // Most patterns fail at their first letter; asking for it alone is cheaper than comparing texts.
  if (!first.holes && first.text !== '' && first.text.charCodeAt(0) !== text.charCodeAt(0))
    return false
  const last = glob[glob.length - 1] as Segment
  if (glob.length === 1) return first.text.length === text.length && fitsAt(first, text, 0)
  if (!fitsAt(first, text, 0)) return false
  const end = text.length - last.text.length
  let at = first.text.length
  if (end < at || !fitsAt(last, text, end)) return false
  for (let index = 1; index < glob.length - 1; index++) {
    const segment = glob[index] as Segment
    const found = findFrom(segment, text, at)
    if (found < 0) return false
    at = found + segment.text.length
    if (at > end) return false
  }
  return true
}

function fitsAt({ text: wanted, holes }: Segment, text: string, at: number): boolean {
  if (!holes) return text.startsWith(wanted, at)
  if (at + wanted.length > text.length) return false
  let from = 0
  for (const hole of holes) {
    if (!text.startsWith(wanted.slice(from, hole), at + from)) return false
    from = hole + 1
  }
  return text.startsWith(wanted.slice(from), at + from)
}

function findFrom(segment: Segment, text: string, from: number): number {
  if (!segment.holes) return text.indexOf(segment.text, from)
  for (let at = from; at + segment.text.length <= text.length; at++)
    if (fitsAt(segment, text, at)) return at
  return -1
}

/**
 * Whether every text that matches `special` matches `general`. Both are `*` and `?` patterns (no variables). Sound; it may
 * miss a cover that only holds because several alternatives of `general` together make up one of `special`.
 */
export function covers(general: string, special: string): boolean {
  if (general === special) return true
  // What stands before the first wildcard, and behind the last, must be there to the letter: most pairs differ there.
  const [run, one] = [general.indexOf('*'), general.indexOf('?')]
  const first = run < 0 || one < 0 ? Math.max(run, one) : Math.min(run, one)
  if (first < 0 || !special.startsWith(general.slice(0, first))) return false
  const last = Math.max(general.lastIndexOf('*'), general.lastIndexOf('?'))
  if (!special.endsWith(general.slice(last + 1))) return false
  return relate(
    general,
    special,
    (mine, theirs) => mine === theirs || (mine === '?' && theirs !== '*'),
    false,
  )
}

/** Whether some text matches both `*` and `?` patterns. */
export function intersects(one: string, other: string): boolean {
  // Up to the first wildcard of either, both must say the same.
  for (let at = 0; at < one.length && at < other.length; at++) {
    const [mine, theirs] = [one.charAt(at), other.charAt(at)]
    if (mine === '*' || theirs === '*' || mine === '?' || theirs === '?') break
    if (mine !== theirs) return false
  }
  return relate(one, other, (a, b) => a === b || a === '?' || b === '?', true)
}

/** Walks both patterns at once; `both` says whether a `*` of the second may stand for a run as well. */
function relate(
  a: string,
  b: string,
  fits: (a: string, b: string) => boolean,
  both: boolean,
): boolean {
  let row = new Uint8Array(b.length + 1)
  for (let i = 0; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1)
    const mine = i > 0 ? a.charAt(i - 1) : ''
    for (let j = 0; j <= b.length; j++) {
      const theirs = j > 0 ? b.charAt(j - 1) : ''
      let reached = i === 0 && j === 0
      if (i > 0 && mine === '*') reached ||= row[j] === 1 || (j > 0 && next[j - 1] === 1)
      if (both && j > 0 && theirs === '*') reached ||= next[j - 1] === 1 || (i > 0 && row[j] === 1)
      if (i > 0 && j > 0 && mine !== '*' && !(both && theirs === '*'))
        reached ||= row[j - 1] === 1 && fits(mine, theirs)
      next[j] = reached ? 1 : 0
    }
    row = next
  }
  return row[b.length] === 1
}
