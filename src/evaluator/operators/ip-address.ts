import type { Matcher } from './matcher.ts'

/** An address as 16-bit groups, two for IPv4 and eight for IPv6. */
type Address = readonly number[]

interface Range {
  readonly address: Address
  /** Leading bits that must agree. */
  readonly bits: number
}

function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text)
}

function parseIpv4(text: string): Address | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(text)
  if (!match) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number)
  return Math.max(a, b, c, d) > 255 ? undefined : [a * 256 + b, c * 256 + d]
}

/** RFC 4291 section 2.2: groups of hexadecimal digits, one `::` for a run of zeros, an IPv4 address as the last two groups. */
function parseIpv6(text: string): Address | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half, index) => parseGroups(half, index === halves.length - 1))
  if (!head) return undefined
  if (halves.length === 1) return head.length === 8 ? head : undefined
  if (!tail) return undefined
  const zeros = 8 - head.length - tail.length
  return zeros < 1 ? undefined : [...head, ...Array.from({ length: zeros }, () => 0), ...tail]
}

function parseGroups(text: string, last: boolean): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const words = text.split(':')
  for (const [index, word] of words.entries()) {
    if (last && index === words.length - 1 && word.includes('.')) {
      const embedded = parseIpv4(word)
      if (!embedded) return undefined
      groups.push(...embedded)
    } else if (/^[0-9a-f]{1,4}$/iu.test(word)) groups.push(parseInt(word, 16))
    else return undefined
  }
  return groups
}

/** CIDR notation; without a length the one address. */
function parseRange(text: string): Range | undefined {
  const [start = '', length, ...rest] = text.split('/')
  const address = parseAddress(start)
  if (!address || rest.length > 0) return undefined
  const all = address.length * 16
  if (length === undefined) return { address, bits: all }
  return /^\d{1,3}$/u.test(length) && Number(length) <= all
    ? { address, bits: Number(length) }
    : undefined
}

function contains({ address, bits }: Range, other: Address): boolean {
  if (address.length !== other.length) return false
  return address.every((group, index) => {
    const shift = 16 - Math.min(16, Math.max(0, bits - index * 16))
    return group >> shift === (other[index] ?? 0) >> shift
  })
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const IpAddress: Matcher<Range, Address> = {
  wanted: (_, text) => parseRange(text),
  given: parseAddress,
  fits: contains,
}
