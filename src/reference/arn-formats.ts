import { splitArn } from '#policy'
import { actionDetails, detailsOf, findService } from './lookup.ts'
import type { Found, Reference, ResourceType } from './reference.ts'

/** What an ARN format is made of. */
export type FormatPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `${BucketName}`: what the author fills in. */
  | { readonly kind: 'placeholder'; readonly name: string }

/** The format of a resource type in pieces: for snippets with a stop for each placeholder, and to name the parts of an ARN. */
export function formatPieces({ arn }: ResourceType): readonly FormatPiece[] {
  return arn
    .split(/(\$\{\w+\})/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('${')
        ? { kind: 'placeholder', name: part.slice(2, -1) }
        : { kind: 'text', text: part },
    )
}

/** How an ARN of a policy, wildcards and variables included, stands to an action. */
export type ArnUse =
  /** One of the action's resource types can have such an ARN. */
  | 'used'
  /** The action cannot be limited to resources: only `*` grants it. */
  | 'takesNoResource'
  /** The action takes resources, but none with such an ARN. */
  | 'otherResources'

/** Whether an action (`service:Name`) can be about what a `Resource` value names. */
export function arnUse(reference: Reference, action: string, written: string): Found<ArnUse> {
  if (written === '*') return 'used'
  const details = actionDetails(reference, action)
  if (typeof details === 'string') return details
  if (details.resourceTypes.length === 0) return 'takesNoResource'
  return details.resourceTypes.some(({ type }) => fitsFormat(type, written))
    ? 'used'
    : 'otherResources'
}

/**
 * The resource types that an ARN of a policy can mean, of every service that uses ARNs with this service field. `'unknown'` when
 * the field names no service, has a wildcard, or there is none.
 */
export function resourceTypesOfArn(
  reference: Reference,
  written: string,
): Found<readonly ResourceType[]> {
  const homes = arnHomes(reference, splitArn(written)?.service ?? '')
  if (typeof homes === 'string') return homes
  const types: ResourceType[] = []
  for (const home of homes) {
    const details = detailsOf(reference, home)
    if (details === 'notLoaded') return 'notLoaded'
    if (details !== 'unknown')
      types.push(...details.resourceTypes.filter((type) => fitsFormat(type, written)))
  }
  return types
}

/** The services whose resources have ARNs with this service field, that of the same name first. */
export function arnHomes(reference: Reference, field: string): Found<readonly string[]> {
  const { names } = reference
  if (!names) return 'notLoaded'
  const service = findService(reference, field)
  const others = names.arnHomes.get(field.toLowerCase()) ?? []
  if (typeof service === 'string') return others.length > 0 ? others : 'unknown'
  return [service.prefix, ...others]
}

/**
 * Whether some ARN has the format of the type and matches what a policy says. Wildcards and variables of the policy stand for
 * anything, as do the placeholders of the format; before the fifth colon both stay within their part. A last placeholder
 * `endsAtSlash` does not stretch over one: `arn:aws:s3:::photos/*` is about objects, never about a bucket.
 */
export function fitsFormat(type: ResourceType, written: string): boolean {
  // Most formats of a service differ from an ARN in the words before the first placeholder of the resource.
  const pattern = patternOf(written)
  if (!mayBegin(headOf(type), lastHead)) return false
  return pattern.length <= longest && haveCommonText(pattern, formatOf(type))
}

const heads = new WeakMap<ResourceType, string>()

function headOf(type: ResourceType): string {
  const head = heads.get(type) ?? beginningOf(type.arn)
  heads.set(type, head)
  return head
}

/** What stands behind the fifth colon, up to the first wildcard or placeholder; empty for a text with fewer colons. */
function beginningOf(arn: string): string {
  let at = -1
  for (let colons = 0; colons < 5; colons++) {
    at = arn.indexOf(':', at + 1)
    if (at < 0) return ''
  }
  return /^[^*?$]*/u.exec(arn.slice(at + 1))?.[0] ?? ''
}

function mayBegin(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

/** One place of a pattern: one character, any one, or a run of any but some characters. */
type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'run'; readonly without: string }

/** Longer than any ARN; what is longer is no ARN. */
const longest = 2048

const formats = new WeakMap<ResourceType, readonly Token[]>()

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const charactersNeverIn: ReadonlyMap<string, string> = new Map([['BucketName', ':/']])

function formatOf(type: ResourceType): readonly Token[] {
  const known = formats.get(type)
  if (known) return known
  const tokens: Token[] = []
  let colons = 0
  const pieces = formatPieces(type)
  pieces.forEach((piece, index) => {
    if (piece.kind === 'placeholder') {
      const last = index === pieces.length - 1
      const within = colons < 5 ? ':' : last && type.endsAtSlash ? '/' : ''
      tokens.push({ kind: 'run', without: charactersNeverIn.get(piece.name) ?? within })
      return
    }
    for (const char of piece.text) {
      if (char === ':') colons++
      // AWS writes a `*` for parts that vary but cannot be named.
      tokens.push(char === '*' ? { kind: 'run', without: '' } : { kind: 'char', char })
    }
  })
  formats.set(type, tokens)
  return tokens
}

let lastWritten = ''
let lastHead = ''
let lastPattern: readonly Token[] = []

/** The same ARN is held against many formats in a row. */
function patternOf(written: string): readonly Token[] {
  if (written === lastWritten) return lastPattern
  lastWritten = written
  lastHead = beginningOf(written)
  const parts = written.split(/(\$\{[^}]*\}|[*?])/u)
  // An ARN that has all of its parts is read part by part; in a shorter one a wildcard stands for the parts that are not written.
  const whole = colonsIn(parts.filter((part) => !part.startsWith('${')).join('')) >= 5
  let colons = 0
  lastPattern = parts.flatMap((part): Token[] => {
    if (part === '?') return [{ kind: 'one' }]
    if (part === '${*}' || part === '${?}' || part === '${$}')
      return [{ kind: 'char', char: part.charAt(2) }]
    if (part === '*' || (part.startsWith('${') && part.endsWith('}')))
      return [{ kind: 'run', without: whole && colons < 5 ? ':' : '' }]
    colons += colonsIn(part)
    return part.split('').map((char) => ({ kind: 'char', char }))
  })
  return lastPattern
}

function colonsIn(text: string): number {
  return text.split(':').length - 1
}

/**
 * Walks both patterns at once, one common character at a time, from every pair of places reached so far. Those in `b` lie close
 * together until wildcards meet, so only the stretch from the first to the last of them is looked at.
 */
function haveCommonText(a: readonly Token[], b: readonly Token[]): boolean {
  let row = new Uint8Array(b.length + 1)
  let next = new Uint8Array(b.length + 1)
  let first = 0
  let last = 0
  row[0] = 1
  for (let i = 0; i <= a.length; i++) {
    const mine = a[i]
    let nextFirst = b.length + 1
    let nextLast = -1
    for (let j = first; j <= last; j++) {
      if (row[j] === 0) continue
      const theirs = b[j]
      // A run may stand for nothing: then the other pattern stays where it is.
      if (theirs?.kind === 'run') {
        row[j + 1] = 1
        if (j === last) last++
      }
      let nextJ = -1
      if (mine?.kind === 'run') nextJ = j
      if (mine !== undefined && theirs !== undefined && share(mine, theirs)) {
        const after = theirs.kind === 'run' ? j : j + 1
        if (mine.kind !== 'run') nextJ = after
        else {
          row[after] = 1
          if (after > last) last = after
        }
      }
      if (nextJ < 0) continue
      next[nextJ] = 1
      if (nextJ < nextFirst) nextFirst = nextJ
      if (nextJ > nextLast) nextLast = nextJ
    }
    if (i === a.length) return row[b.length] === 1
    if (nextLast < 0) return false
    row.fill(0, first, last + 1)
    const used = row
    row = next
    next = used
    first = nextFirst
    last = nextLast
  }
  return false
}

/** Whether one character can stand at both places. */
function share(a: Token, b: Token): boolean {
  if (a.kind === 'char')
    return b.kind === 'char' ? a.char === b.char : b.kind === 'one' || !b.without.includes(a.char)
  return b.kind === 'char' && a.kind === 'run' ? !a.without.includes(b.char) : true
}

/** The parts of an ARN by name. */
export const arnPartNames = [
  'arn',
  'partition',
  'service',
  'region',
  'account',
  'resource',
] as const
export type ArnPartName = (typeof arnPartNames)[number]

/** The part of a text at an offset: which one it is, and where it stands. Everything behind the fifth colon is the resource. */
export function arnPartAt(
  written: string,
  offset: number,
): { readonly name: ArnPartName; readonly start: number; readonly end: number } {
  let start = 0
  for (const name of arnPartNames) {
    const colon = name === 'resource' ? -1 : written.indexOf(':', start)
    const end = colon < 0 ? written.length : colon
    if (offset <= end || colon < 0) return { name, start, end }
    start = colon + 1
  }
  return { name: 'resource', start, end: written.length }
}

/**
 * Words that stand in the account part of some ARNs: AWS's own resources, and CloudFront's origin access identities.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export const accountWords: readonly string[] = ['aws', 'cloudfront']
