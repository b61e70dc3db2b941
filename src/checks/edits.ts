import type { JsonNode, PolicySource, Span, TextEdit } from '#policy'

/**
 * Changes to a policy as text edits that keep it parsable and leave all other text as its author laid it out. Parts are named by
 * their spans. What cannot be done (the last item of a list cannot go: what should the list mean then?) is undefined.
 */
export interface Edits {
  /** The string, number or list at `span` becomes this value, written as JSON. */
  readonly replace: (span: Span, value: unknown) => readonly TextEdit[]
  /** The list item, or single value, at `span` becomes several. */
  readonly replaceItem: (span: Span, values: readonly unknown[]) => readonly TextEdit[] | undefined
  /** Rewrites the JSON at `span`, losing its layout; for changes that no smaller edit can make. Undefined if it does not parse. */
  readonly rewrite: (
    span: Span,
    change: (value: unknown) => unknown,
  ) => readonly TextEdit[] | undefined
  /** Removes list items with their commas. Undefined when none would be left, or when `span` is no item of a list. */
  readonly deleteItems: (spans: readonly Span[]) => readonly TextEdit[] | undefined
  /** Removes members by the spans of their names. The object may end up empty. */
  readonly deleteMembers: (keys: readonly Span[]) => readonly TextEdit[] | undefined
  /** Adds a member to the object at `span`, behind the member whose name is `after`, else in front. */
  readonly insertMember: (
    object: Span,
    name: string,
    value: unknown,
    after?: Span,
  ) => readonly TextEdit[] | undefined
  /** Adds items to the list at `span`; a single value becomes a list. */
  readonly addItems: (list: Span, values: readonly unknown[]) => readonly TextEdit[] | undefined
  /** Where the value of the member with this name stands. */
  readonly valueOf: (key: Span) => Span | undefined
  /** The JSON at exactly this span. */
  readonly nodeAt: (span: Span) => JsonNode | undefined
}

/** The edits of one document. Offsets are UTF-16. Never throws; a span that is no part of the document gives undefined. */
export function editsOf({ text, json }: Pick<PolicySource, 'text' | 'json'>): Edits {
  let found: Places | undefined
  const places = () => (found ??= placesIn(json))
  const nodeAt = ({ start, end }: Span) => {
    const node = places().values.get(start)
    return node?.span.end === end ? node : undefined
  }
  const holderOf = ({ start }: Span) => places().holders.get(start)

  const newline = text.includes('\r\n') ? '\r\n' : '\n'

  const indentAt = (offset: number): string => {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    return /^[ \t]*/u.exec(line)?.[0] ?? ''
  }

  /** What stands between the start of `outer` and its first part, when that includes a line break: the layout to repeat. */
  const breakBefore = (outer: Span, first: Span): string => {
    const gap = text.slice(outer.start + 1, first.start)
    return gap.includes('\n') ? newline + indentAt(first.start) : ' '
  }

  const written = (value: unknown, indent: string): string => {
    const flat = inOneLine(value)
    if (flat.length + indent.length <= 90) return flat
    return JSON.stringify(value, undefined, 2).replaceAll('\n', newline + indent)
  }

  const remove = (parts: readonly Span[], removed: ReadonlySet<number>): readonly TextEdit[] => {
    const edits: TextEdit[] = []
    for (let from = 0; from < parts.length; from++) {
      if (!removed.has(from)) continue
      let to = from
      while (removed.has(to + 1)) to++
      const first = parts[from] as Span
      const last = parts[to] as Span
      const next = parts[to + 1]
      const before = parts[from - 1]
      // Up to the next part, else from the end of the part before: one comma goes either way.
      const span = next
        ? { start: first.start, end: next.start }
        : { start: before?.end ?? first.start, end: last.end }
      edits.push({ span, text: '' })
      from = to
    }
    return edits
  }

  const indexes = (parts: readonly Span[], spans: readonly Span[]) => {
    const found = new Set(spans.map((span) => parts.findIndex((part) => part.start === span.start)))
    return found.has(-1) ? undefined : found
  }

  const edit: Edits = {
    nodeAt,

    replace: (span, value) => [{ span, text: written(value, indentAt(span.start)) }],

    replaceItem: (span, values) => {
      const list = holderOf(span)
      if (list?.kind !== 'array') return edit.replace(span, values)
      const first = list.items[0]?.span ?? span
      const gap = breakBefore(list.span, first)
      return values.length === 0
        ? edit.deleteItems([span])
        : [{ span, text: values.map((value) => inOneLine(value)).join(`,${gap}`) }]
    },

    rewrite: (span, change) => {
      try {
        return edit.replace(span, change(JSON.parse(text.slice(span.start, span.end))))
      } catch (error) {
        if (error instanceof SyntaxError) return undefined
        throw error
      }
    },

    deleteItems: (spans) => {
      const list = spans[0] && holderOf(spans[0])
      if (list?.kind !== 'array') return undefined
      const parts = list.items.map(({ span }) => span)
      const removed = indexes(parts, spans)
      return removed && removed.size < parts.length ? remove(parts, removed) : undefined
    },

    deleteMembers: (keys) => {
      const object = keys[0] && holderOf(keys[0])
      if (object?.kind !== 'object') return undefined
      const parts = object.members.map(({ span }) => span)
      const removed = indexes(parts, keys)
      if (!removed) return undefined
      if (removed.size < parts.length) return remove(parts, removed)
      return [{ span: object.span, text: '{}' }]
    },

    insertMember: (span, name, value, after) => {
      const object = nodeAt(span)
      if (object?.kind !== 'object') return undefined
      const [first] = object.members
      const previous = after && object.members.find(({ key }) => key.span.start === after.start)
      if (!first) {
        const indent = indentAt(span.start)
        return [{ span, text: `{ ${JSON.stringify(name)}: ${written(value, indent)} }` }]
      }
      const gap = breakBefore(span, first.span)
      const member = `${JSON.stringify(name)}: ${written(value, gap.includes('\n') ? indentAt(first.span.start) : '')}`
      return previous
        ? [{ span: { start: previous.span.end, end: previous.span.end }, text: `,${gap}${member}` }]
        : [{ span: { start: first.span.start, end: first.span.start }, text: `${member},${gap}` }]
    },

    addItems: (span, values) => {
      const node = nodeAt(span)
      if (!node || node.kind === 'object') return undefined
      const indent = indentAt(span.start)
      const texts = values.map((value) => written(value, indent))
      if (node.kind !== 'array')
        return [{ span, text: `[${[text.slice(span.start, span.end), ...texts].join(', ')}]` }]
      const [first] = node.items
      const last = node.items.at(-1)
      if (!first || !last) return [{ span, text: `[${texts.join(', ')}]` }]
      const gap = breakBefore(span, first.span)
      return [
        {
          span: { start: last.span.end, end: last.span.end },
          text: texts.map((item) => `,${gap}${item}`).join(''),
        },
      ]
    },

    valueOf: (key) => {
      const object = holderOf(key)
      return object?.kind === 'object'
        ? object.members.find((member) => member.key.span.start === key.start)?.value?.span
        : undefined
    },
  }
  return edit
}

/** Where the parts of a document are. No two values begin at one place, and no name where a value does. */
interface Places {
  readonly values: ReadonlyMap<number, JsonNode>
  /** The list or object that directly holds an item, or the member with a name, by where that begins. */
  readonly holders: ReadonlyMap<number, JsonNode>
}

function placesIn(root: JsonNode | undefined): Places {
  const values = new Map<number, JsonNode>()
  const holders = new Map<number, JsonNode>()
  const add = (node: JsonNode): void => {
    values.set(node.span.start, node)
    if (node.kind === 'array')
      for (const item of node.items) {
        holders.set(item.span.start, node)
        add(item)
      }
    else if (node.kind === 'object')
      for (const { key, value } of node.members) {
        holders.set(key.span.start, node)
        if (value) add(value)
      }
  }
  if (root) add(root)
  return { values, holders }
}

/** `{ "a": ["b", "c"] }`: JSON on one line, as people write it. */
function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, part]) => `${JSON.stringify(name)}: ${inOneLine(part)}`,
    )
    return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
  }
  return JSON.stringify(value)
}
