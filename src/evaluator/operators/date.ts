import { parseInstant } from '#request'
import type { Matcher } from './matcher.ts'

const date = (fits: (given: number, wanted: number) => boolean): Matcher<number, number> => ({
  wanted: (_, text) => parseInstant(text),
  given: parseInstant,
  fits: (wanted, given) => fits(given, wanted),
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export const DateEquals = date((given, wanted) => given === wanted)
export const DateLessThan = date((given, wanted) => given < wanted)
export const DateLessThanEquals = date((given, wanted) => given <= wanted)
export const DateGreaterThan = date((given, wanted) => given > wanted)
export const DateGreaterThanEquals = date((given, wanted) => given >= wanted)
