import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { Finding } from './finding.ts'
import type { Located, Span } from './span.ts'
import { explainSyntax } from './syntax.ts'

/** A JSON value as written, with the place of every part. A member without a value was not finished. */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly span: Span; readonly value: string }
  | { readonly kind: 'number'; readonly span: Span; readonly value: number; readonly raw: string }
  | { readonly kind: 'boolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: Span }

export type JsonObject = Extract<JsonNode, { kind: 'object' }>

export interface JsonMember {
  readonly span: Span
  readonly key: Located<string>
  readonly value: JsonNode | undefined
}

/** Deeper than any policy (7) or workspace, and far from the depth at which a recursive reader runs out of stack. */
const deepest = 100

export interface JsonReading {
  /** What the text holds; what a tolerant reading recovers when it is no JSON. */
  readonly root: JsonNode | undefined
  /** Why the text is no JSON, in words; empty when it is, and for a blank text. */
  readonly problems: readonly Finding[]
}

/** Reads JSON tolerantly. Never throws: whatever is wrong is told in `problems`. */
export function readJson(text: string): JsonReading {
  const tooDeep = findTooDeep(text)
  if (tooDeep !== undefined) return { root: undefined, problems: [nestedTooDeeply(tooDeep)] }
  try {
    const errors: ParseError[] = []
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
    if (errors.length === 0) return { root: tree && convert(tree, text), problems: [] }
    if (text.trim() === '') return { root: undefined, problems: [] }
    const syntax = explainSyntax(text)
    return { root: syntax.tree && convert(syntax.tree, text), problems: syntax.problems }
  } catch (error) {
    // The parser recurses; brackets that do not pair can still lead it deeper than `findTooDeep` counts.
    if (error instanceof RangeError) return { root: undefined, problems: [nestedTooDeeply(0)] }
    throw error
  }
}

function nestedTooDeeply(start: number): Finding {
  return {
    id: 'json-syntax-error',
    severity: 'error',
    span: { start, end: start + 1 },
    message: `brackets are nested more than ${deepest} deep. A policy needs seven levels; nothing of this text was read.`,
    fixes: [],
  }
}

/** The members of `object` under `name`; of a key written twice the last one counts (semantics.md 1.11). */
export function member(object: JsonObject, name: string): JsonMember | undefined {
  return object.members.findLast(({ key }) => key.value === name)
}

/** "an object", "a list", …: what was found, in words for a message. */
export function describeKind(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object'
    case 'array':
      return 'a list'
    case 'string':
      return 'a string'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'null'
  }
}

function convert(node: Node, text: string): JsonNode {
  const span = spanOf(node, text)
  switch (node.type) {
    case 'object':
      return {
        kind: 'object',
        span,
        members: (node.children ?? []).flatMap((child) => convertMember(child, text)),
      }
    case 'array':
      return {
        kind: 'array',
        span,
        items: (node.children ?? []).map((child) => convert(child, text)),
      }
    case 'string':
      return { kind: 'string', span, value: String(getNodeValue(node)) }
    case 'number':
      return {
        kind: 'number',
        span,
        value: Number(getNodeValue(node)),
        raw: text.slice(span.start, span.end),
      }
    case 'boolean':
      return { kind: 'boolean', span, value: getNodeValue(node) === true }
    case 'property':
    case 'null':
      return { kind: 'null', span }
  }
}

function convertMember(property: Node, text: string): JsonMember[] {
  const [key, value] = property.children ?? []
  if (!key) return []
  return [
    {
      span: spanOf(property, text),
      key: { value: String(getNodeValue(key)), span: spanOf(key, text) },
      value: value && convert(value, text),
    },
  ]
}

/** A comment that is not closed ends one character behind the text for the parser, and with it all that is open there. */
function spanOf({ offset, length }: Node, text: string): Span {
  return { start: offset, end: Math.min(offset + length, text.length) }
}

/** The offset of the bracket that nests too deeply, found without recursion. */
function findTooDeep(text: string): number | undefined {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // a string: skip to its end, or to the end of the line where it was not closed
        for (at++; at < text.length; at++) {
          const unit = text.charCodeAt(at)
          if (unit === 0x5c) at++
          else if (unit === 0x22 || unit === 0x0a) break
        }
        break
      case 0x5b:
      case 0x7b:
        if (++depth > deepest) return at
        break
      case 0x5d:
      case 0x7d:
        depth = Math.max(0, depth - 1)
    }
  }
  return undefined
}
