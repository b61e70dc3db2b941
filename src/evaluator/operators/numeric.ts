import type { Matcher } from './matcher.ts'

/** A decimal number without loss: digits before and after the point, no padding zeros. Zero has no sign. */
interface Decimal {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/u.exec(text)
  if (!match) return undefined
  const whole = (match[2] ?? '').replace(/^0+/u, '')
  const fraction = (match[3] ?? '').replace(/0+$/u, '')
  return { negative: match[1] === '-' && whole + fraction !== '', whole, fraction }
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
function compare(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1
  const size =
    a.whole.length - b.whole.length ||
    compareText(a.whole, b.whole) ||
    compareText(a.fraction, b.fraction)
  return a.negative ? -size : size
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const numeric = (fits: (order: number) => boolean): Matcher<Decimal, Decimal> => ({
  wanted: (_, text) => parseDecimal(text),
  given: parseDecimal,
  fits: (wanted, given) => fits(compare(given, wanted)),
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
export const NumericEquals = numeric((order) => order === 0)
export const NumericLessThan = numeric((order) => order < 0)
export const NumericLessThanEquals = numeric((order) => order <= 0)
export const NumericGreaterThan = numeric((order) => order > 0)
export const NumericGreaterThanEquals = numeric((order) => order >= 0)
