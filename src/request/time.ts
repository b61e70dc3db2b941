/**
 * Instants as IAM writes them: the W3C profile of ISO 8601, or seconds since 1970.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/u

/**
 * The instant a text means, in milliseconds since 1970, or undefined for any other text. Without a time it is midnight UTC at
 * the start of the day, month or year; without a zone it is UTC. Four digits are a year, five and more epoch seconds.
 */
export function parseInstant(text: string): number | undefined {
  if (/^\d{5,}$/u.test(text)) return Number(text) * 1000
  const match = iso.exec(text)
  if (!match) return undefined
  const field = (index: number, absent: number) =>
    match[index] === undefined ? absent : Number(match[index])
  const [year, month, day] = [field(1, 0), field(2, 1), field(3, 1)]
  const [hour, minute, second] = [field(4, 0), field(5, 0), field(6, 0)]
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const offset = offsetMinutes(match[8])
  if (offset === undefined) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute - offset, second)
  return date.getTime() + field(7, 0) * 1000
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4, 6))
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** Whole seconds since 1970 of an instant, as `aws:EpochTime` has them; undefined for a text that is no instant. */
export function epochOf(text: string): string | undefined {
  const instant = parseInstant(text)
  return instant === undefined ? undefined : String(Math.floor(instant / 1000))
}

/** The instant as `aws:CurrentTime` writes it; undefined for a text that is no instant, or one beyond the calendar. */
export function isoOf(text: string): string | undefined {
  const instant = parseInstant(text)
  if (instant === undefined || Math.abs(instant) > 8.64e15) return undefined
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
