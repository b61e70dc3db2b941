/** An address as its bits, 32 or 128 of them. */
interface Address {
  readonly bits: 32 | 128
  readonly value: bigint
}

/** A range of addresses in CIDR notation, as written: the address may have bits beyond the prefix. */
export interface IpRange {
  readonly address: Address
  readonly prefix: number
}

/** The range that a text means, a lone address included; else what is wrong with it, in words. */
export function readIpRange(text: string): IpRange | { readonly flaw: string } {
  const [start = '', length, ...more] = text.split('/')
  if (more.length > 0) return { flaw: 'it has more than one slash' }
  const address = start.includes(':') ? readV6(start) : readV4(start)
  if ('flaw' in address) return address
  if (length === undefined) return { address, prefix: address.bits }
  if (!/^\d{1,3}$/u.test(length) || Number(length) > address.bits)
    return { flaw: `"/${length}" is no prefix length from 0 to ${address.bits}` }
  return { address, prefix: Number(length) }
}

function readV4(text: string): Address | { readonly flaw: string } {
  const octets = text.split('.')
  const numeric = octets.every((octet) => /^\d+$/u.test(octet))
  if (!numeric || octets.length < 2) return { flaw: 'it is neither an address nor a range' }
  if (octets.length !== 4) return { flaw: `it has ${octets.length} numbers instead of four` }
  const off = octets.find((octet) => octet.length > 3 || Number(octet) > 255)
  if (off !== undefined) return { flaw: `${off} is above 255` }
  return { bits: 32, value: octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n) }
}

/** RFC 4291 section 2.2. */
function readV6(text: string): Address | { readonly flaw: string } {
  const flaw = { flaw: 'it is neither an address nor a range' }
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/u.exec(text)
  let plain = text
  if (dotted) {
    const tail = readV4(dotted[2] ?? '')
    if ('flaw' in tail) return tail
    plain = `${dotted[1] ?? ''}${(tail.value >> 16n).toString(16)}:${(tail.value & 0xffffn).toString(16)}`
  }
  const halves = plain.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], tail = []] = halves
  const missing = 8 - head.length - tail.length
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return flaw
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return flaw
  return {
    bits: 128,
    value: groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n),
  }
}

const hostMask = ({ address, prefix }: IpRange) => (1n << BigInt(address.bits - prefix)) - 1n

/** Whether every address of `inner` is in `outer`. */
export function rangeContains(outer: IpRange, inner: IpRange): boolean {
  if (outer.address.bits !== inner.address.bits || inner.prefix < outer.prefix) return false
  const host = BigInt(outer.address.bits - outer.prefix)
  return outer.address.value >> host === inner.address.value >> host
}

/** The range with the bits beyond its prefix cleared, in CIDR notation; undefined if there are none to clear. */
export function networkOf(range: IpRange): string | undefined {
  const { address, prefix } = range
  if ((address.value & hostMask(range)) === 0n) return undefined
  return `${written({ ...address, value: address.value & ~hostMask(range) })}/${prefix}`
}

function written({ bits, value }: Address): string {
  const width = bits === 32 ? 8n : 16n
  const count = bits === 32 ? 4 : 8
  const groups = Array.from({ length: count }, (_, index) => {
    const group = (value >> (BigInt(count - 1 - index) * width)) & ((1n << width) - 1n)
    return group.toString(bits === 32 ? 10 : 16)
  })
  if (bits === 32) return groups.join('.')
  const zeros = [...groups.join(':').matchAll(/(?:^|:)0(?::0)+(?=:|$)/gu)]
  const longest = zeros.sort((a, b) => b[0].length - a[0].length)[0]
  if (!longest) return groups.join(':')
  const text = groups.join(':')
  const after = text.slice(longest.index + longest[0].length).replace(/^:/u, '')
  return `${text.slice(0, longest.index)}::${after}`
}

/**
 * Addresses that no request from the internet comes from.
 * https://datatracker.ietf.org/doc/html/rfc1918, rfc4193, rfc3927, rfc4291 (loopback and link-local)
 */
const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
].map(readIpRange)

/** Whether the text is a range all of whose addresses are private. */
export function isPrivateRange(text: string): boolean {
  const range = readIpRange(text)
  if ('flaw' in range) return false
  return privateRanges.some((outer) => !('flaw' in outer) && rangeContains(outer, range))
}
