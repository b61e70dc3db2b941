import type { KeyRead } from '#language'
import type { ContextEntry } from '#request'

/** A key that the policies read and this request does not carry. */
export interface Offer {
  readonly key: string
  readonly values: readonly string[]
  readonly multivalued: boolean
  /** Why to set it. */
  readonly words: string
}

export interface Offers {
  readonly principalTags: readonly Offer[]
  readonly resourceTags: readonly Offer[]
  readonly requestTags: readonly Offer[]
  readonly context: readonly Offer[]
}

const tagPrefixes = [
  ['principalTags', 'aws:principaltag/'],
  ['resourceTags', 'aws:resourcetag/'],
  ['requestTags', 'aws:requesttag/'],
] as const

/** Sorts the keys that the policies read, and the request lacks, to the fields where they belong. */
export function offersFor(
  read: readonly KeyRead[],
  context: ReadonlyMap<string, ContextEntry>,
): Offers {
  const missing = read.filter(({ key }) => !context.has(key.toLowerCase()))
  const named = ({ key, values, multivalued, words }: KeyRead, from = 0): Offer => ({
    key: key.slice(from),
    // A value with a variable or a wildcard is a pattern, not a value.
    values: values.filter((value) => !/[*?]|\$\{/.test(value)),
    multivalued,
    words,
  })
  const tags = (prefix: string) =>
    missing
      .filter(({ key }) => key.toLowerCase().startsWith(prefix) && key.length > prefix.length)
      .map((key) => named(key, prefix.length))
  return {
    principalTags: tags(tagPrefixes[0][1]),
    resourceTags: tags(tagPrefixes[1][1]),
    requestTags: tags(tagPrefixes[2][1]),
    context: missing
      .filter(({ key }) => !tagPrefixes.some(([, prefix]) => key.toLowerCase().startsWith(prefix)))
      // Request tags bring it along.
      .filter(({ key }) => key.toLowerCase() !== 'aws:tagkeys')
      .map((key) => named(key)),
  }
}
