import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePattern, resolveVariables, type PositiveOperator } from '#policy'
import { matchers } from './table.ts'

/** Whether the policy's value fits the request's, for one positive operator; a side that cannot be read fits nothing. */
function fits(name: Exclude<PositiveOperator, 'Null'>, policy: string, request: string): boolean {
  const matcher: {
    wanted: (pieces: ReturnType<typeof parsePattern>, text: string) => unknown
    given: (text: string) => unknown
    fits: (wanted: never, given: never) => boolean
  } = matchers[name]
  const wildcards = name === 'StringLike' || name.startsWith('Arn')
  const resolution = resolveVariables(
    parsePattern(policy, { wildcards, variables: true }),
    () => undefined,
  )
  if (resolution.kind === 'unresolved') return false
  const wanted = matcher.wanted(resolution.pieces, resolution.text)
  const given = matcher.given(request)
  return (
    wanted !== undefined && given !== undefined && matcher.fits(wanted as never, given as never)
  )
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
describe('strings (6.5)', () => {
  it.each([
    ['StringEquals', 'Red', 'Red', true],
    ['StringEquals', 'Red', 'red', false],
    ['StringEquals', 'R*', 'Red', false],
    ['StringEquals', 'R*', 'R*', true],
    ['StringEquals', 'R${*}', 'R*', true],
    ['StringEquals', '', '', true],
    ['StringEquals', ' Red', 'Red', false],
    ['StringEqualsIgnoreCase', 'Red', 'rED', true],
    ['StringEqualsIgnoreCase', 'ÄÖ', 'äö', true],
    ['StringEqualsIgnoreCase', 'r?d', 'red', false],
    ['StringLike', 'home/*', 'home/alice/a:b', true],
    ['StringLike', 'home/*', 'Home/alice', false],
    ['StringLike', '*', '', true],
    ['StringLike', 'r?d', 'red', true],
    ['StringLike', 'r?d', 'rd', false],
    ['StringLike', 'r${?}d', 'red', false],
    ['StringLike', 'r${?}d', 'r?d', true],
    ['StringLike', 'red', 'reddish', false],
  ] as const)('%s %j on %j: %s', (name, policy, request, expected) => {
    expect(fits(name, policy, request)).toBe(expected)
  })
})

describe('numbers (6.6)', () => {
  it.each([
    ['NumericEquals', '10', '10.0', true],
    ['NumericEquals', '010', '10', true],
    ['NumericEquals', '-0', '0', true],
    ['NumericEquals', '+5', '5', true],
    ['NumericEquals', '0.1', '0.10', true],
    ['NumericEquals', '0.1', '.1', false],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThan', '9', '10', false],
    ['NumericLessThan', '-5', '-6', true],
    ['NumericLessThan', '0.5', '0.45', true],
    ['NumericLessThan', '0.45', '0.5', false],
    ['NumericLessThanEquals', '10', '10.00', true],
    ['NumericGreaterThan', '-10', '-9.99', true],
    ['NumericGreaterThan', '-1', '0', true],
    ['NumericGreaterThanEquals', '3600', '3600', true],
    // Compared by value and exactly, where floating point would see two equal numbers.
    ['NumericEquals', '9007199254740993', '9007199254740992', false],
    ['NumericGreaterThan', '9007199254740992', '9007199254740993', true],
    ['NumericEquals', '0.1000000000000000055', '0.1', false],
  ] as const)('%s %j on %j: %s', (name, policy, request, expected) => {
    expect(fits(name, policy, request)).toBe(expected)
  })

  it.each(['', ' ', 'ten', '1e3', '1,000', '0x10', '1.', '--1', 'Infinity', 'NaN', '1 ', '١'])(
    '%j is no number, on either side',
    (text) => {
      for (const name of [
        'NumericEquals',
        'NumericLessThan',
        'NumericGreaterThanEquals',
      ] as const) {
        expect(fits(name, text, '1')).toBe(false)
        expect(fits(name, '1', text)).toBe(false)
        expect(fits(name, text, text)).toBe(false)
      }
    },
  )

  it('orders decimals as arithmetic does', () => {
    const decimal = fc.tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.nat({ max: 3 }))
    const written = ([digits, point]: readonly [number, number]) =>
      (digits / 10 ** point).toFixed(point)
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [wanted, given] = [written(a), written(b)]
        const order = b[0] * 10 ** (3 - b[1]) - a[0] * 10 ** (3 - a[1])
        expect(fits('NumericEquals', wanted, given)).toBe(order === 0)
        expect(fits('NumericLessThan', wanted, given)).toBe(order < 0)
        expect(fits('NumericLessThanEquals', wanted, given)).toBe(order <= 0)
        expect(fits('NumericGreaterThan', wanted, given)).toBe(order > 0)
        expect(fits('NumericGreaterThanEquals', wanted, given)).toBe(order >= 0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('dates (6.7)', () => {
  it.each([
    ['DateEquals', '2026-03-29T10:00:00Z', '2026-03-29T12:00:00+02:00', true],
    ['DateEquals', '1774778400', '2026-03-29T10:00:00Z', true],
    ['DateEquals', '2026-03-29', '2026-03-29T00:00:00Z', true],
    ['DateLessThan', '2026-03-29', '2026-03-28T23:59:59.999Z', true],
    ['DateLessThan', '2026-03-29', '2026-03-29', false],
    ['DateLessThanEquals', '2026-03-29', '2026-03-29T00:00Z', true],
    ['DateGreaterThan', '2026', '2026-01-01T00:00:01Z', true],
    ['DateGreaterThanEquals', '2026-12', '2026-11-30T23:59:59Z', false],
    ['DateGreaterThan', '2026-03-29T00:00+14:00', '2026-03-28T10:00:01Z', true],
    ['DateEquals', 'soon', 'soon', false],
    ['DateLessThan', '2026-02-30', '2020-01-01', false],
    ['DateGreaterThan', '2020', 'today', false],
  ] as const)('%s %j on %j: %s', (name, policy, request, expected) => {
    expect(fits(name, policy, request)).toBe(expected)
  })
})

describe('Booleans (14.10)', () => {
  it.each([
    ['true', 'true', true],
    ['false', 'false', true],
    ['true', 'false', false],
    ['True', 'tRUE', true],
    ['1', 'true', false],
    ['yes', 'yes', false],
    ['', '', false],
    [' true', 'true', false],
  ])('Bool %j on %j: %s', (policy, request, expected) => {
    expect(fits('Bool', policy, request)).toBe(expected)
  })
})

describe('binary: base64, equal by bytes', () => {
  it.each([
    ['QmluYXJ5', 'QmluYXJ5', true],
    ['QmluYXJ5', 'qmluYXJ5', false],
    ['QQ==', 'QQ', true],
    // Bits behind the last byte say nothing.
    ['QQ==', 'QR==', true],
    ['QUI=', 'QUJ=', true],
    ['QUI=', 'QUL=', true],
    ['QUI=', 'QUM=', false],
    ['', '', true],
    ['Q', 'Q', false],
    ['QQ=', 'QQ=', false],
    ['Q===', 'Q===', false],
    ['QUJD====', 'QUJD', false],
    ['Q-_=', 'Q-_=', false],
    ['QQ ==', 'QQ==', false],
  ])('BinaryEquals %j on %j: %s', (policy, request, expected) => {
    expect(fits('BinaryEquals', policy, request)).toBe(expected)
  })

  it('agrees with the bytes', () => {
    const base64 = fc.base64String({ maxLength: 8 })
    const bytes = (text: string) => Buffer.from(text, 'base64').toString('hex')
    fc.assert(
      fc.property(base64, base64, (a, b) => {
        expect(fits('BinaryEquals', a, b)).toBe(bytes(a) === bytes(b))
        expect(fits('BinaryEquals', a, a)).toBe(true)
      }),
    )
  })
})

describe('IP addresses (6.9)', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.7', true],
    ['203.0.113.0/24', '203.0.114.7', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    // Bits beyond the length are ignored.
    ['203.0.113.99/24', '203.0.113.7', true],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['128.0.0.0/1', '127.255.255.255', false],
    ['10.0.0.0/15', '10.1.255.255', true],
    ['10.0.0.0/15', '10.2.0.0', false],
    ['10.0.0.0/17', '10.0.128.0', false],
    ['10.0.0.6/31', '10.0.0.7', true],
    // IPv6 by value, whatever its spelling.
    ['2001:db8::/32', '2001:0DB8:0:0:0:0:0:1', true],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['::/0', '2001:db8::1', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['::ffff:203.0.113.7', '::ffff:cb00:7107', true],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
    // One family is in no range of the other.
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::/0', '203.0.113.7', false],
    ['203.0.113.0/24', '::ffff:203.0.113.7', false],
    // No address, no range.
    ['203.0.113.0/33', '203.0.113.7', false],
    ['203.0.113.0/', '203.0.113.0', false],
    ['203.0.113.0/24/24', '203.0.113.0', false],
    ['203.0.113.0/-1', '203.0.113.0', false],
    ['203.0.113', '203.0.113.0', false],
    ['203.0.113.*', '203.0.113.7', false],
    ['203.0.113.256', '203.0.113.256', false],
    ['2001:db8::/129', '2001:db8::', false],
    ['2001:db8', '2001:db8::', false],
    ['1::2::3', '1::2:3', false],
    ['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8', false],
    ['1:2:3:4::5:6:7:8', '1:2:3:4:5:6:7:8', false],
    ['12345::', '2345::', false],
    [':1', '::1', false],
    ['203.0.113.0/24', '203.0.113.0/32', false],
    ['', '', false],
  ])('IpAddress %j on %j: %s', (policy, request, expected) => {
    expect(fits('IpAddress', policy, request)).toBe(expected)
  })

  it('agrees with arithmetic on IPv4', () => {
    const address = fc.array(fc.nat({ max: 255 }), { minLength: 4, maxLength: 4 })
    const number = (parts: readonly number[]) => parts.reduce((sum, part) => sum * 256 + part, 0)
    fc.assert(
      fc.property(
        address,
        fc.nat({ max: 32 }),
        address,
        fc.nat({ max: 31 }),
        (start, bits, other, flipped) => {
          const size = 2 ** (32 - bits)
          const block = Math.floor(number(start) / size)
          const range = `${start.join('.')}/${bits}`
          expect(fits('IpAddress', range, other.join('.'))).toBe(
            Math.floor(number(other) / size) === block,
          )
          // A near one: the range's own address with one bit turned.
          const near = start.map((part, index) =>
            Math.floor(flipped / 8) === index ? part ^ (128 >> (flipped % 8)) : part,
          )
          expect(fits('IpAddress', range, near.join('.'))).toBe(
            Math.floor(number(near) / size) === block,
          )
        },
      ),
    )
  })

  it('every spelling of an IPv6 address is that address', () => {
    const spelled = fc
      .array(fc.constantFrom(0, 0, 1, 0xdb8, 0xffff), { minLength: 8, maxLength: 8 })
      .chain((groups) => {
        const words = groups.map((group) => group.toString(16))
        const runs = groups.flatMap((_, start) =>
          Array.from(
            { length: 8 - start },
            (_, index) => [start, start + index + 1] as const,
          ).filter(([from, to]) => groups.slice(from, to).every((group) => group === 0)),
        )
        const short = runs.map(
          ([from, to]) => `${words.slice(0, from).join(':')}::${words.slice(to).join(':')}`,
        )
        const padded = words.map((word) => word.padStart(4, '0').toUpperCase()).join(':')
        return fc.record({
          plain: fc.constant(words.join(':')),
          other: fc.constantFrom(padded, ...short),
        })
      })
    fc.assert(
      fc.property(spelled, ({ plain, other }) => {
        expect(fits('IpAddress', plain, other)).toBe(true)
        expect(fits('IpAddress', other, plain)).toBe(true)
      }),
    )
  })
})

describe('ARNs', () => {
  it('ArnEquals and ArnLike are the same, wildcards included; what is no ARN fits nothing (14.11)', () => {
    for (const name of ['ArnEquals', 'ArnLike'] as const) {
      expect(
        fits(name, 'arn:aws:sns:*:111122223333:t*', 'arn:aws:sns:us-east-1:111122223333:topic'),
      ).toBe(true)
      expect(fits(name, 'arn:aws:sns:*', 'arn:aws:sns:us-east-1:111122223333:topic')).toBe(false)
      expect(fits(name, 'topic', 'topic')).toBe(false)
      expect(
        fits(name, 'arn:aws:iam::111122223333:role/${*}', 'arn:aws:iam::111122223333:role/app'),
      ).toBe(false)
    }
  })
})

it('no operator ever throws, on any two texts', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(
        '0',
        '1',
        ':',
        '.',
        '/',
        '-',
        'T',
        'Z',
        '=',
        'a',
        '*',
        '?',
        '$',
        '{',
        '}',
      ),
      maxLength: 20,
    }),
  )
  fc.assert(
    fc.property(text, text, (policy, request) => {
      for (const name of Object.keys(matchers) as (keyof typeof matchers)[])
        expect(typeof fits(name, policy, request)).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})
