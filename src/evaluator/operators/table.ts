import type { PositiveOperator } from '#policy'
import { ArnEquals, ArnLike } from './arn.ts'
import { BinaryEquals } from './binary.ts'
import { Bool } from './bool.ts'
import {
  DateEquals,
  DateGreaterThan,
  DateGreaterThanEquals,
  DateLessThan,
  DateLessThanEquals,
} from './date.ts'
import { IpAddress } from './ip-address.ts'
import type { Matcher } from './matcher.ts'
import {
  NumericEquals,
  NumericGreaterThan,
  NumericGreaterThanEquals,
  NumericLessThan,
  NumericLessThanEquals,
} from './numeric.ts'
import { StringEquals, StringEqualsIgnoreCase, StringLike } from './string.ts'

/**
 * What each positive operator means. Negation, `IfExists`, set operators and absent keys are handled once, in `condition.ts`,
 * and so is `Null`, which asks about absence itself. An operator without a row does not compile.
 */
export const matchers = {
  StringEquals,
  StringEqualsIgnoreCase,
  StringLike,
  NumericEquals,
  NumericLessThan,
  NumericLessThanEquals,
  NumericGreaterThan,
  NumericGreaterThanEquals,
  DateEquals,
  DateLessThan,
  DateLessThanEquals,
  DateGreaterThan,
  DateGreaterThanEquals,
  Bool,
  BinaryEquals,
  IpAddress,
  ArnEquals,
  ArnLike,
} as const satisfies Record<Exclude<PositiveOperator, 'Null'>, Matcher<unknown, unknown>>
