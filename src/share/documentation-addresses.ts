/** IP addresses and ranges as numbers, and their stand-ins from the ranges kept free for documentation (RFC 5737, RFC 3849). */
export interface AddressRange {
  readonly bits: 32 | 128
  readonly base: bigint
  readonly prefix: number
}

/** An address, with or without a prefix length; undefined for anything else. */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const four = address.includes(':') ? undefined : parseFour(address)
  const base = four ?? parseSix(address)
  if (base === undefined) return undefined
  const bits = four === undefined ? 128 : 32
  const digits = slash < 0 ? String(bits) : text.slice(slash + 1)
  const prefix = /^\d{1,3}$/u.test(digits) ? Number(digits) : bits + 1
  return prefix <= bits ? { bits, base, prefix } : undefined
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256))
    return undefined
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
}

function parseSix(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], tail] = groups
  const written = head.length + (tail?.length ?? 0)
  if (tail ? written > 7 : written !== 8) return undefined
  const all = [...head, ...Array.from({ length: 8 - written }, () => '0'), ...(tail ?? [])]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return undefined
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

function format({ bits, base, prefix }: AddressRange, withPrefix: boolean): string {
  const address = bits === 32 ? formatFour(base) : formatSix(base)
  return withPrefix ? `${address}/${prefix}` : address
}

function formatFour(base: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((base >> shift) & 255n)).join('.')
}

function formatSix(base: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((base >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  )
  const runs = groups.join(':').match(/\b0(?::0)+\b/gu) ?? []
  const [longest] = [...runs].sort((a, b) => b.length - a.length)
  return longest === undefined
    ? groups.join(':')
    : groups.join(':').replace(new RegExp(`(?:^|:)${longest}(?::|$)`, 'u'), '::')
}

const sizeOf = ({ bits, prefix }: AddressRange) => 1n << BigInt(bits - prefix)

const startOf = (range: AddressRange) => (range.base / sizeOf(range)) * sizeOf(range)

/** Whether `inner` lies within `outer`. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return (
    outer.bits === inner.bits &&
    outer.prefix <= inner.prefix &&
    startOf(outer) <= inner.base &&
    inner.base < startOf(outer) + sizeOf(outer)
  )
}

/** What may be used as a stand-in. */
const documentation = [
  '203.0.113.0/24',
  '198.51.100.0/24',
  '192.0.2.0/24',
  '2001:db8::/32',
].flatMap((text) => parseRange(text) ?? [])

/** Everybody, oneself, and documentation itself tell nothing about anybody. */
const harmless = [
  ...documentation,
  ...['127.0.0.0/8', '169.254.0.0/16', '::1'].flatMap((text) => parseRange(text) ?? []),
]

/** Whether an address says something about whoever uses it. */
export function isTelling(range: AddressRange): boolean {
  return range.prefix > 0 && !harmless.some((known) => contains(known, range))
}

/** What is given away: three blocks of 256 addresses, and as many of 2^80. */
const blocks = [
  ...['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24'],
  ...['2001:db8::/48', '2001:db8:1::/48', '2001:db8:2::/48'],
].flatMap((text) => parseRange(text) ?? [])

/** A range that is in use, under all its spellings, with those that lie within. */
interface Node {
  readonly texts: string[]
  readonly range: AddressRange
  readonly inside: Node[]
}

/**
 * A stand-in for every text: different ones for different ranges, and what lies within another still does. A range may shrink,
 * because documentation has little room; what finds no room has no stand-in.
 */
export function standIns(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const bits of [32, 128] as const) {
    const rooms = blocks
      .filter((block) => block.bits === bits)
      .map((block): Room => ({ start: block.base, at: block.base, size: sizeOf(block), bits }))
    for (const node of nest(texts, bits)) rooms.some((room) => place(node, room, room.size, found))
  }
  return found
}

function nest(texts: readonly string[], bits: number): readonly Node[] {
  const roots: Node[] = []
  const ranges = texts.flatMap((text) => {
    const range = parseRange(text)
    return range?.bits === bits ? [{ text, range }] : []
  })
  for (const { text, range } of ranges.sort((a, b) => a.range.prefix - b.range.prefix))
    attach(roots, text, range)
  return roots
}

function attach(siblings: Node[], text: string, range: AddressRange): void {
  const outer = siblings.find((sibling) => contains(sibling.range, range))
  if (!outer) siblings.push({ texts: [text], range, inside: [] })
  else if (outer.range.prefix === range.prefix) outer.texts.push(text)
  else attach(outer.inside, text, range)
}

/** Addresses to give away, from `at` on. */
interface Room {
  readonly bits: 32 | 128
  readonly start: bigint
  at: bigint
  readonly size: bigint
}

/** Gives the node the next aligned addresses of the room, `most` of them at most, and its inner ones some of its own. */
function place(
  { texts, range, inside }: Node,
  room: Room,
  most: bigint,
  found: Map<string, string>,
): boolean {
  const wanted = sizeOf(range)
  const size = wanted < most ? wanted : most
  // The first address of a range is its name; a single address is one of the others.
  const from = size === 1n && room.at === room.start ? room.at + 1n : room.at
  const start = ((from + size - 1n) / size) * size
  if (size < 1n || start + size > room.start + room.size) return false
  room.at = start + size
  const prefix = room.bits - (size.toString(2).length - 1)
  for (const text of texts)
    found.set(text, format({ bits: room.bits, base: start, prefix }, text.includes('/')))
  const inner: Room = { bits: room.bits, start, at: start, size }
  for (const node of inside) place(node, inner, size / 2n, found)
  return true
}
