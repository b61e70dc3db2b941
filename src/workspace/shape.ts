/** Looking into JSON that nobody has vouched for: each question names the place, and an answer of the wrong kind is noted there. */
export interface ReadProblem {
  /** Where, as a path from the document's root: `scenarios[3].principal`. */
  readonly path: string
  readonly message: string
}

export type Fields = ReadonlyMap<string, unknown>

/** One value of the document, with its path. */
export interface Place {
  readonly value: unknown
  readonly path: string
  readonly problems: ReadProblem[]
}

export function note({ path, problems }: Place, message: string): void {
  problems.push({ path, message })
}

/** The object's own members, or undefined (and a note) for any other value. Names like `__proto__` are just names. */
export function fieldsOf(place: Place, known?: readonly string[]): Fields | undefined {
  const { value } = place
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    note(place, `must be an object, but is ${kindOf(value)}`)
    return undefined
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  if (known)
    for (const name of fields.keys())
      if (!known.includes(name))
        note(inside(place, name, undefined), 'is no member of the format; it was left out')
  return fields
}

export function itemsOf(place: Place): readonly Place[] | undefined {
  if (!Array.isArray(place.value)) {
    note(place, `must be a list, but is ${kindOf(place.value)}`)
    return undefined
  }
  return place.value.map((value: unknown, index) => ({
    ...place,
    value,
    path: `${place.path}[${index}]`,
  }))
}

/** The member of that name, or undefined when it is not there. */
export function field(place: Place, fields: Fields, name: string): Place | undefined {
  return fields.has(name) ? inside(place, name, fields.get(name)) : undefined
}

export function inside(place: Place, name: string, value: unknown): Place {
  const plain = /^\w+$/u.test(name)
  const path = plain
    ? `${place.path}${place.path === '' ? '' : '.'}${name}`
    : `${place.path}[${JSON.stringify(name)}]`
  return { ...place, value, path }
}

export function text(place: Place | undefined): string | undefined {
  if (!place || typeof place.value === 'string') return place?.value as string | undefined
  note(place, `must be text, but is ${kindOf(place.value)}`)
  return undefined
}

export function oneOf<T extends string>(
  place: Place | undefined,
  values: readonly T[],
): T | undefined {
  if (!place) return undefined
  const found = values.find((value) => value === place.value)
  if (found === undefined) note(place, `must be one of ${values.join(', ')}`)
  return found
}

/** Text in a list; items of another kind are left out. */
export function texts(place: Place | undefined): readonly string[] | undefined {
  return place && itemsOf(place)?.flatMap((item) => text(item) ?? [])
}

/** A map from names to text; members of another kind are left out. */
export function textMap(place: Place | undefined): Readonly<Record<string, string>> | undefined {
  const fields = place && fieldsOf(place)
  if (!place || !fields) return undefined
  return Object.fromEntries(
    [...fields].flatMap(([name, value]) => {
      const string = scalar(inside(place, name, value))
      return string === undefined ? [] : [[name, string] as const]
    }),
  )
}

/** Text; a number or Boolean is taken as its text, as IAM writes it, and noted. */
export function scalar(place: Place): string | undefined {
  const { value } = place
  if (typeof value === 'number' || typeof value === 'boolean') {
    note(place, `is written as text in this format; taken as "${value}"`)
    return String(value)
  }
  return text(place)
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'a number' : 'true or false'
}
