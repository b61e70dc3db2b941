import type { Matcher } from './matcher.ts'

/** Letter case does not matter here (semantics.md 14.10). */
function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : undefined
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const Bool: Matcher<boolean, boolean> = {
  wanted: (_, text) => parseBoolean(text),
  given: parseBoolean,
  fits: (wanted, given) => wanted === given,
}
