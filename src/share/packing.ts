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
  { indent, end: '' },
  { indent, end: '\n' },
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
  if (document === undefined) return undefined
  const layout = layouts.findIndex(
    ({ indent, end }) => JSON.stringify(document, null, indent) + end === text,
  )
  return layout < 0 ? undefined : { document, layout }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The workspace document in a packed text, still to be read with `readWorkspace`; undefined when the text is none. */
export function unpack(packed: string): unknown {
  const lineBreak = packed.indexOf('\n')
  const head = parse(lineBreak < 0 ? packed : packed.slice(0, lineBreak))
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return undefined
  const tail = { text: packed, at: lineBreak < 0 ? packed.length : lineBreak }
  const document = new Map<string, unknown>(Object.entries(head))
  restore(document, 'policies', tail)
  const lesson = document.get('lesson')
  if (typeof lesson === 'object' && lesson !== null && !Array.isArray(lesson)) {
    const members = new Map<string, unknown>(Object.entries(lesson))
    restore(members, 'solution', tail)
    document.set('lesson', Object.fromEntries(members))
  }
  return Object.fromEntries(document)
}

interface Tail {
  readonly text: string
  at: number
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
  return laidOut && document !== undefined
    ? { ...rest, text: JSON.stringify(document, null, laidOut.indent) + laidOut.end }
    : policy
}
