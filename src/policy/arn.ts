import { compileGlob, matchesGlob, type Glob, type Piece } from './pattern.ts'

/** `arn:partition:service:region:account:resource`; the resource may hold colons and slashes of its own. */
export interface ArnParts {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/**
 * The parts of an ARN, split at the first five colons; undefined for a text that has fewer or does not begin with `arn:`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function splitArn(text: string): ArnParts | undefined {
  if (!text.startsWith('arn:')) return undefined
  const fields = text.split(':')
  if (fields.length < 6) return undefined
  const [, partition = '', service = '', region = '', account = '', ...rest] = fields
  return { partition, service, region, account, resource: rest.join(':') }
}

/** The first five colons end a part; everything behind the fifth is the sixth part. */
const lastColon = 5

/**
 * What a `Resource` value matches:
 * - `everything`: `*` alone, the only pattern for a request whose resource is `*`;
 * - `glob`: no part needs guarding, one linear pass decides;
 * - `guarded`: some `*` or `?` stays within its part;
 * - `nothing`: fewer than six parts and no `*` at the end, or a variable before the fifth colon.
 */
export type ResourcePattern =
  | { readonly kind: 'everything' }
  | { readonly kind: 'glob'; readonly glob: Glob }
  | { readonly kind: 'guarded'; readonly tokens: readonly Token[] }
  | { readonly kind: 'nothing' }

type Token =
  { readonly char: string } | { readonly wildcard: 'run' | 'one'; readonly crossesColons: boolean }

/** Longer than any ARN (2,048 characters); guarded patterns are matched in a time that grows with the product of both lengths. */
const longestGuarded = 4096

/**
 * Compiles a `Resource` value without variables, after the wildcard rules of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html:
 * in the sixth part wildcards match anything; in the first five they stay within the part, except that a `*` that is the last
 * character of its part can run on past the colon.
 */
export function compileResource(pieces: readonly Piece[]): ResourcePattern {
  if (pieces.length === 1 && pieces[0]?.kind === 'run') return { kind: 'everything' }
  const tokens: Token[] = []
  let colons = 0
  let guarded = false
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      for (const char of piece.text.split('')) {
        if (char === ':') colons++
        tokens.push({ char })
      }
    } else if (piece.kind === 'run' || piece.kind === 'one') {
      const next = pieces[index + 1]
      const endsPart = next === undefined || (next.kind === 'text' && next.text.startsWith(':'))
      const crossesColons = colons >= lastColon || (piece.kind === 'run' && endsPart)
      guarded ||= !crossesColons
      tokens.push({ wildcard: piece.kind, crossesColons })
    }
  }
  if (colons < lastColon && pieces.at(-1)?.kind !== 'run') return { kind: 'nothing' }
  return guarded ? { kind: 'guarded', tokens } : { kind: 'glob', glob: compileGlob(pieces) }
}

/** Whether a variable stands before the fifth colon, where none is replaced (semantics.md 7.3). */
export function variableOutsideResourcePart(pieces: readonly Piece[]): boolean {
  let colons = 0
  for (const piece of pieces) {
    if (piece.kind === 'text') colons += piece.text.split(':').length - 1
    else if (piece.kind === 'variable' || piece.kind === 'broken') return colons < lastColon
  }
  return false
}

/** Whether the resource of a request (an ARN, or `*`) matches. */
export function matchesResource(pattern: ResourcePattern, resource: string): boolean {
  switch (pattern.kind) {
    case 'everything':
      return true
    case 'nothing':
      return false
    case 'glob':
      // An action without resource-level permissions is granted by `*` only.
      return resource !== '*' && matchesGlob(pattern.glob, resource)
    case 'guarded':
      return resource !== '*' && matchesGuarded(pattern.tokens, resource)
  }
}

/** All places in the pattern that the text read so far can have reached, one character at a time. */
function matchesGuarded(tokens: readonly Token[], text: string): boolean {
  if (text.length > longestGuarded || tokens.length > longestGuarded) return false
  let reached = new Uint8Array(tokens.length + 1)
  reached[0] = 1
  skipRuns(tokens, reached)
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    const next = new Uint8Array(tokens.length + 1)
    let alive = false
    for (let index = 0; index < tokens.length; index++) {
      if (reached[index] === 0) continue
      const token = tokens[index] as Token
      if ('char' in token ? token.char !== char : char === ':' && !token.crossesColons) continue
      next['wildcard' in token && token.wildcard === 'run' ? index : index + 1] = 1
      alive = true
    }
    if (!alive) return false
    skipRuns(tokens, next)
    reached = next
  }
  return reached[tokens.length] === 1
}

/** A `*` may stand for nothing. */
function skipRuns(tokens: readonly Token[], reached: Uint8Array): void {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    if (reached[index] === 1 && 'wildcard' in token && token.wildcard === 'run')
      reached[index + 1] = 1
  }
}

/** The six parts of an ARN pattern in a condition; a pattern with fewer is none. */
export type ArnPattern = readonly Glob[] | undefined

/**
 * Compiles a value of `ArnEquals` or `ArnLike`: each of the six parts matches on its own, so a wildcard in the first five never
 * crosses a colon. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compileArnPattern(pieces: readonly Piece[]): ArnPattern {
  const parts: Piece[][] = [[]]
  for (const piece of pieces) {
    // A colon in a variable's value is part of that value, never a border between parts.
    if (piece.kind !== 'text' || piece.inserted) {
      parts.at(-1)?.push(piece)
      continue
    }
    let rest = piece.text
    for (
      let colon = rest.indexOf(':');
      colon >= 0 && parts.length <= lastColon;
      colon = rest.indexOf(':')
    ) {
      if (colon > 0) parts.at(-1)?.push({ kind: 'text', text: rest.slice(0, colon) })
      parts.push([])
      rest = rest.slice(colon + 1)
    }
    if (rest) parts.at(-1)?.push({ kind: 'text', text: rest })
  }
  return parts.length === lastColon + 1 ? parts.map(compileGlob) : undefined
}

/** The six parts of a text to compare with an `ArnPattern`; undefined for a text that is no ARN. */
export function arnFields(text: string): readonly string[] | undefined {
  const parts = splitArn(text)
  return (
    parts && ['arn', parts.partition, parts.service, parts.region, parts.account, parts.resource]
  )
}

export function matchesArnPattern(pattern: readonly Glob[], fields: readonly string[]): boolean {
  return pattern.every((glob, index) => matchesGlob(glob, fields[index] ?? ''))
}
