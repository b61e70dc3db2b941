/** Looking into values that nobody has vouched for. What is of another kind is not there. */
export type Fields = ReadonlyMap<string, unknown>

const none: Fields = new Map()

/** An object's own members; none for any other value. Names like `__proto__` are just names. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : none
}

/** What a table of ours says about a name of theirs; names like `constructor` are not in it. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Text, a list of texts, or anything else with the texts in it. */
export function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? itemsOf(value) : [value]).flatMap((item) => textOf(item) ?? [])
}
