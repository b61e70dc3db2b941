import { arnFields, compileArnPattern, matchesArnPattern } from '#policy'
import type { Matcher } from './matcher.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
const arn: Matcher<NonNullable<ReturnType<typeof compileArnPattern>>, readonly string[]> = {
  wanted: compileArnPattern,
  given: arnFields,
  fits: matchesArnPattern,
}

/** The two behave identically, wildcards included. */
export const ArnEquals = arn
export const ArnLike = arn
