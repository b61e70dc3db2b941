/** What IAM makes of a date in a condition: it can compare it, cannot, or two people would read it differently. */
export type DateReading =
  | { readonly kind: 'clear' }
  /** `instant`: as ISO 8601, the way IAM reads it; `why`: what else it could be. */
  | { readonly kind: 'ambiguous'; readonly instant: string; readonly why: string }
  /** `iso`: what was probably meant. */
  | { readonly kind: 'unreadable'; readonly iso?: string }

const iso =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/u

/**
 * Dates are the W3C profile of ISO 8601, or seconds since 1970.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function readDate(text: string): DateReading {
  if (/^\d+$/u.test(text)) return readDigits(text)
  const found = iso.exec(text)
  if (!found) return unreadable(text)
  const [, year = '', month = '', day, hour, minute, second, zone] = found
  const inRange =
    isDay(Number(year), Number(month), Number(day ?? 1)) &&
    Number(hour ?? 0) < 24 &&
    Number(minute ?? 0) < 60 &&
    Number(second ?? 0) < 60
  if (!inRange) return { kind: 'unreadable' }
  if (hour === undefined || zone !== undefined) return { kind: 'clear' }
  return { kind: 'ambiguous', instant: `${text}Z`, why: 'it names no time zone' }
}

function readDigits(text: string): DateReading {
  if (text.length === 4)
    return {
      kind: 'ambiguous',
      instant: `${text}-01-01T00:00:00Z`,
      why: 'it is a year, or a number of seconds',
    }
  const asDay = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u.exec(text)
  const [, year, month, day] = asDay ?? []
  if (asDay && isDay(Number(year), Number(month), Number(day)))
    return {
      kind: 'ambiguous',
      instant: `${year ?? ''}-${month ?? ''}-${day ?? ''}T00:00:00Z`,
      why: 'IAM reads it as seconds since 1970, not as a day',
    }
  if (text.length >= 12 && text.length <= 14)
    return {
      kind: 'ambiguous',
      instant: instantOf(Math.floor(Number(text) / 1000)),
      why: 'IAM reads it as seconds since 1970, and these look like milliseconds',
    }
  return { kind: 'clear' }
}

/** `2025-12-31 08:00`, `12/31/2025`: dates that a person understands. */
function unreadable(text: string): DateReading {
  const spaced =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?Z?$/u.exec(text)
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = spaced ?? []
  if (spaced && isDay(Number(year), Number(month), Number(day)))
    return {
      kind: 'unreadable',
      iso: isoText(Number(year), Number(month), Number(day), `${hour}:${minute}:${second}`),
    }
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text)
  const [, one = 0, two = 0, last = 0] = (turned ?? []).map(Number)
  // 12/31/2025 can only be one day; 01/02/2025 is two.
  if (turned && Math.max(one, two) > 12 && isDay(last, Math.min(one, two), Math.max(one, two)))
    return {
      kind: 'unreadable',
      iso: isoText(last, Math.min(one, two), Math.max(one, two), '00:00:00'),
    }
  return { kind: 'unreadable' }
}

function isoText(year: number, month: number, day: number, time: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${time}Z`
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}
