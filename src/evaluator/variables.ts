import { contextEntry, type Context } from '#request'

/**
 * The value of a policy variable: that of the single-valued context key of its name. A multivalued key has none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variableLookup(context: Context): (key: string) => string | undefined {
  return (key) => {
    const entry = contextEntry(context, key)
    return entry && !entry.multivalued ? entry.values[0] : undefined
  }
}
