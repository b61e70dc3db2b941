/** What a token means in any request. */
export interface Meaning {
  readonly paragraphs: readonly string[]
  /** A label and what stands beside it: "Access level", "Read". */
  readonly facts: readonly Fact[]
  /** AWS's page. */
  readonly link?: string
}

export type Fact = readonly [label: string, text: string]

/** Sentences alone; undefined where there is none. */
export function meaning(...sentences: readonly (string | undefined)[]): Meaning | undefined {
  const said = sentences.filter((text): text is string => text !== undefined && text !== '')
  return said.length === 0 ? undefined : { paragraphs: said, facts: [] }
}
