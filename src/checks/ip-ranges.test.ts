import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrivateRange, networkOf, rangeContains, readIpRange } from './ip-ranges.ts'

function rangeOf(text: string) {
  const range = readIpRange(text)
  if ('flaw' in range) throw new Error(`${text}: ${range.flaw}`)
  return range
}

test.each([
  ['office', 'neither an address'],
  ['203.0.113', 'it has 3 numbers'],
  ['203.0.113.300', '300 is above 255'],
  ['203.0.113.0/33', '"/33" is no prefix length from 0 to 32'],
  ['203.0.113.0/24/8', 'more than one slash'],
  ['2001:db8::1::2', 'neither an address'],
  ['2001:db8:1:2:3:4:5', 'neither an address'],
  ['2001:db8::g', 'neither an address'],
])('%s is no range: %s', (text, why) => {
  const range = readIpRange(text)
  expect('flaw' in range && range.flaw).toContain(why)
})

test.each([
  ['203.0.113.77/24', '203.0.113.0/24'],
  ['2001:db8::1/32', '2001:db8::/32'],
  ['2001:db8:0:1:1:0:0:5/112', '2001:db8:0:1:1::/112'],
  ['::ffff:203.0.113.7/96', '::ffff:0:0/96'],
])('%s is the network %s', (text, network) => {
  expect(networkOf(rangeOf(text))).toBe(network)
})

test('a network has nothing beyond its prefix', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
      const range = rangeOf(`${address}/${prefix}`)
      const network = rangeOf(networkOf(range) ?? `${address}/${prefix}`)
      expect(networkOf(network)).toBeUndefined()
      expect(rangeContains(network, range) && rangeContains(range, network)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.ipV6(), fc.integer({ min: 0, max: 128 }), (address, prefix) => {
      const range = rangeOf(`${address}/${prefix}`)
      const network = rangeOf(networkOf(range) ?? `${address}/${prefix}`)
      expect(networkOf(network)).toBeUndefined()
      expect(rangeContains(network, range) && rangeContains(range, network)).toBe(true)
    }),
  )
})

test.each([
  ['10.1.2.3', true],
  ['172.31.0.0/16', true],
  ['172.32.0.0/16', false],
  ['8.0.0.0/6', false],
  ['fd12::/16', true],
  ['100.64.0.0/10', false],
  ['10.0.0.0/7', false],
])('%s is private: %s', (text, expected) => {
  expect(isPrivateRange(text)).toBe(expected)
})
