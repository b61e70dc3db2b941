import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { readWorkspace, type ReadProblem, type Workspace } from '#workspace'
import { dictionary } from './dictionary-1.ts'
import { readFocus, writeFocus, type Focus } from './focus.ts'
import { pack, unpack } from './packing.ts'

/**
 * Permalinks: a whole workspace in a URL fragment, `#w1.<payload>.<check>`. `w1` names the codec and its dictionary and never
 * changes its meaning; the payload is base64url of the packed text, deflated with the dictionary; the check is the beginning of
 * the payload's SHA-256, so that a link that was cut and one that was altered are told apart.
 */

/** The newest codec; links of every older one open for ever. */
const newest = 1
const checkLength = 6
/** Bytes of inflated text. Ten times the largest workspace measured, and small enough for a phone. */
const largest = 1024 * 1024
/** Characters of a payload: what does not deflate at all is no longer than this in base64. */
const longest = 1.5 * largest
/** The newest format of the document inside. */
const newestFormat = 1

const preset = strToU8(dictionary)

/** What became of a link. Every case but `opened` leaves the visitor's own work alone and has words of its own. */
export type OpenedLink =
  | {
      readonly kind: 'opened'
      readonly workspace: Workspace
      readonly focus: Focus | undefined
      /** What could not be read and was left out. */
      readonly problems: readonly ReadProblem[]
    }
  | { readonly kind: 'cutOff' }
  | { readonly kind: 'altered' }
  | { readonly kind: 'noWorkspace' }
  | { readonly kind: 'tooLarge' }
  | NewerLink

export interface NewerLink {
  readonly kind: 'newer'
  readonly version: number
  /** The newest version that this copy reads. */
  readonly readable: number
  /** What can be read of it all the same. */
  readonly workspace: Workspace | undefined
  readonly problems: readonly ReadProblem[]
}

/** The fragment of a workspace, from `#` on; `focus` points at one part of it. */
export function permalink(workspace: Workspace, focus?: Focus): string {
  // More memory costs milliseconds for the dictionary, and the same characters come out.
  const packed = deflateSync(strToU8(pack(workspace)), { level: 9, mem: 8, dictionary: preset })
  const payload = base64urlnopad.encode(packed)
  return `#w${newest}.${payload}.${checkOf(payload)}${focus ? writeFocus(focus) : ''}`
}

function checkOf(payload: string): string {
  return base64urlnopad.encode(sha256(strToU8(payload))).slice(0, checkLength)
}

/**
 * Opens a link: a whole address or only its fragment, with what mail and chat programs do to it (line breaks inside, one more
 * URL encoding, punctuation behind). Never throws, and never inflates more than 1 MiB whatever the input.
 */
export function openPermalink(link: string): OpenedLink {
  const parts = findParts(link)
  if (!parts) return { kind: 'noWorkspace' }
  const { version, payload, check, rest } = parts
  if (version > newest)
    return { kind: 'newer', version, readable: newest, workspace: undefined, problems: [] }
  if (version < 1) return { kind: 'noWorkspace' }
  if (check.length < checkLength) return { kind: 'cutOff' }
  if (payload.length > longest) return { kind: 'tooLarge' }
  if (check !== checkOf(payload)) return { kind: 'altered' }
  const inflated = inflate(payload)
  if (inflated.kind !== 'text') return inflated
  const unpacked = unpack(inflated.text)
  if (unpacked.kind !== 'document') return unpacked
  const { document } = unpacked
  const { workspace, problems } = readWorkspace(document)
  if (workspace) return { kind: 'opened', workspace, problems, focus: readFocus(rest, workspace) }
  return newerDocument(document) ?? { kind: 'noWorkspace' }
}

/** A document of a format still to come, in a codec that is known: most of it reads as the newest one does. */
export function newerDocument(document: unknown): NewerLink | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined
  const version = (document as Readonly<Record<string, unknown>>)['sidelight']
  if (typeof version !== 'number' || !Number.isInteger(version) || version <= newestFormat)
    return undefined
  const reading = readWorkspace({ ...document, sidelight: newestFormat })
  return { kind: 'newer', version, readable: newestFormat, ...reading }
}

interface LinkParts {
  readonly version: number
  readonly payload: string
  readonly check: string
  readonly rest: string
}

function findParts(link: string): LinkParts | undefined {
  // Soft line breaks and quotation marks of mails, and characters that nobody sees.
  let text = link.replace(/=?\r?\n[> ]*|[\s\u00ad\u200b-\u200d\u2060]+/gu, '')
  for (let round = 0; round < 3; round++) {
    const match = /(?:^|#)w(\d{1,6})(?:\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]{0,6}))?|$)(.*)$/u.exec(
      text,
    )
    if (match) {
      const [, version = '', payload = '', check = '', rest = ''] = match
      // Where the rest alone was encoded, the link itself had nothing to encode.
      return {
        version: Number(version),
        payload,
        check,
        rest: rest.startsWith('%26') ? decodeOnce(rest) : rest,
      }
    }
    text = decodeOnce(text)
  }
  return undefined
}

/** Some programs encode an address once more. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Inflated =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'noWorkspace' }

/** The text of a payload. */
function inflate(payload: string): Inflated {
  let bytes: Uint8Array
  try {
    bytes = base64urlnopad.decode(payload)
  } catch {
    return { kind: 'noWorkspace' }
  }
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary: preset }, (chunk) => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    // A byte can stand for a thousand; small portions keep what is inflated beyond the limit small too.
    const portion = 512
    for (let at = 0; at < bytes.length; at += portion) {
      stream.push(bytes.subarray(at, at + portion), at + portion >= bytes.length)
      if (length > largest) return { kind: 'tooLarge' }
    }
  } catch {
    return { kind: 'noWorkspace' }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return { kind: 'text', text: strFromU8(whole) }
}
