import { writeWorkspace, type Json, type Workspace } from '#workspace'

/**
 * The text of a workspace as it goes into a link: its document without white space, and the policies in the form that packs
 * best. A policy whose text is exactly what `JSON.stringify` would lay out travels as its document with the layout beside it;
 * any other text travels as it is, behind the document, so that no character needs an escape. Both ways give it back to the
 * byte.
 */

type JsonObject = { readonly [key: string]: Json }

/** How a text is laid out: `indent` for `JSON.stringify`, and whether a line break follows. */
const layouts = [2, 4, '\t', 0, 3, 1, 8].flatMap((indent) => [
  { indent, width: Number(indent) || 1, end: '' },
  { indent, width: Number(indent) || 1, end: '\n' },
])

/** The packed text; the inverse is `unpack`. */
export function pack(workspace: Workspace): string {
  const tail: string[] = []
  const document = writeWorkspace(workspace)
  const lesson = document['lesson'] as JsonObject | undefined
  const head = {
    ...document,
    policies: packPolicies(document['policies'], tail),
    ...(lesson && {
      lesson: lesson['solution']
        ? { ...lesson, solution: packPolicies(lesson['solution'], tail) }
        : lesson,
    }),
  }
  return [JSON.stringify(head), ...tail].join('\n')
}

function packPolicies(policies: Json | undefined, tail: string[]): Json {
  return (policies as readonly JsonObject[]).map((policy) => {
    const { text, ...rest } = policy as JsonObject & { readonly text: string }
    const laidOut = findLayout(text)
    if (laidOut) return { ...rest, ...laidOut }
    // A lone surrogate has no UTF-8 form; JSON escapes it.
    if (!text.isWellFormed()) return policy
    tail.push(text)
    return { ...rest, length: text.length }
  })
}

function findLayout(text: string): { document: Json; layout: number } | undefined {
  const document = parse(text)
  if (document === undefined || blanksOf(document, 1) === undefined) return undefined
  const layout = layouts.findIndex(
    ({ indent, end }) => JSON.stringify(document, null, indent) + end === text,
  )
  return layout < 0 ? undefined : { document, layout }
}

/** Deeper than any policy, and far from the depth at which `JSON.stringify` runs out of stack. */
const deepest = 50

/** How many blanks and line breaks lay this out, or undefined when it is too deep for that. */
function blanksOf(document: unknown, indent: number): number | undefined {
  let blanks = 0
  let level: unknown[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return undefined
    blanks += level.length * (1 + depth * indent)
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [],
    )
  }
  return blanks
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Characters of blanks that layouts may add to a packed text: a few bytes can ask for a great many. */
const mostBlanks = 1024 * 1024

export type Unpacked =
  /** Still to be read with `readWorkspace`. */
  | { readonly kind: 'document'; readonly document: Readonly<Record<string, unknown>> }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'noWorkspace' }

/** The workspace document in a packed text. */
export function unpack(packed: string): Unpacked {
  const lineBreak = packed.indexOf('\n')
  const head = parse(lineBreak < 0 ? packed : packed.slice(0, lineBreak))
  if (typeof head !== 'object' || head === null || Array.isArray(head))
    return { kind: 'noWorkspace' }
  const tail: Tail = { text: packed, at: lineBreak < 0 ? packed.length : lineBreak, blanks: 0 }
  const document = new Map<string, unknown>(Object.entries(head))
  restore(document, 'policies', tail)
  const lesson = document.get('lesson')
  if (typeof lesson === 'object' && lesson !== null && !Array.isArray(lesson)) {
    const members = new Map<string, unknown>(Object.entries(lesson))
    restore(members, 'solution', tail)
    document.set('lesson', Object.fromEntries(members))
  }
  return tail.blanks > mostBlanks
    ? { kind: 'tooLarge' }
    : { kind: 'document', document: Object.fromEntries(document) }
}

/** What stands behind the document, and how far it has been read. */
interface Tail {
  readonly text: string
  at: number
  /** That layouts have added so far. */
  blanks: number
}

function restore(members: Map<string, unknown>, name: string, tail: Tail): void {
  const policies = members.get(name)
  if (Array.isArray(policies))
    members.set(
      name,
      policies.map((policy: unknown) => restorePolicy(policy, tail)),
    )
}

function restorePolicy(policy: unknown, tail: Tail): unknown {
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) return policy
  const { document, layout, length, ...rest } = policy as Readonly<Record<string, unknown>>
  if (typeof length === 'number' && Number.isInteger(length) && length >= 0) {
    const start = tail.at + 1
    tail.at = start + length
    return { ...rest, text: tail.text.slice(start, tail.at) }
  }
  const laidOut = typeof layout === 'number' ? layouts[layout] : undefined
  if (!laidOut || document === undefined) return policy
  const blanks = blanksOf(document, laidOut.width)
  tail.blanks += blanks ?? 0
  if (blanks === undefined || tail.blanks > mostBlanks) return policy
  return { ...rest, text: JSON.stringify(document, null, laidOut.indent) + laidOut.end }
}
