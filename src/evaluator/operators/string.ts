import { compileGlob, matchesGlob, type Glob } from '#policy'
import type { Matcher } from './matcher.ts'

const same = (text: string) => text
const lower = (text: string) => text.toLowerCase()

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const StringEquals: Matcher<string, string> = {
  wanted: (_, text) => text,
  given: same,
  fits: (wanted, given) => wanted === given,
}

export const StringEqualsIgnoreCase: Matcher<string, string> = {
  wanted: (_, text) => text.toLowerCase(),
  given: lower,
  fits: (wanted, given) => wanted === given,
}

/** Wildcards match anything, slashes and colons included. */
export const StringLike: Matcher<Glob, string> = {
  wanted: (pieces) => compileGlob(pieces),
  given: same,
  fits: matchesGlob,
}
