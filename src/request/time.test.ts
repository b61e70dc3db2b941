import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochOf, isoOf, parseInstant } from './time.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
describe('parseInstant (6.7)', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00Z'],
    ['2026-03', '2026-03-01T00:00:00Z'],
    ['2026-03-29', '2026-03-29T00:00:00Z'],
    ['2026-03-29T10:30Z', '2026-03-29T10:30:00Z'],
    ['2026-03-29T10:30:15Z', '2026-03-29T10:30:15Z'],
    ['2026-03-29T10:30:15.5Z', '2026-03-29T10:30:15.500Z'],
    ['2026-03-29T10:30:15.25+02:00', '2026-03-29T08:30:15.250Z'],
    ['2026-03-29T10:30-05:30', '2026-03-29T16:00:00Z'],
    ['2026-03-29T00:30+01:00', '2026-03-28T23:30:00Z'],
    ['2026-03-29T10:30:15', '2026-03-29T10:30:15Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2000-02-29', '2000-02-29T00:00:00Z'],
    ['0050-01-01', '0050-01-01T00:00:00Z'],
  ])('%j is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(Date.parse(instant))
  })

  it.each([
    '',
    'now',
    '26',
    '2026-3-1',
    '2026-13',
    '2026-00-01',
    '2026-04-31',
    '2025-02-29',
    '1900-02-29',
    '2026-03-29T10Z',
    '2026-03-29T24:00Z',
    '2026-03-29T10:60Z',
    '2026-03-29T10:30:60Z',
    '2026-03-29T10:30:15.Z',
    '2026-03-29 10:30Z',
    '2026-03-29t10:30z',
    '2026-03-29T10:30+2',
    '2026-03-29T10:30+24:00',
    '2026-03-29T10:30+0200',
    '2026-03-29Z',
    ' 2026',
    '2026\n',
    '-12345',
    '12345.5',
    '123',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  it('four digits are a year, five and more are epoch seconds (14.22)', () => {
    expect(parseInstant('1970')).toBe(0)
    expect(parseInstant('9999')).toBe(Date.parse('9999-01-01T00:00:00Z'))
    expect(parseInstant('10000')).toBe(10_000_000)
    expect(parseInstant('1774780215')).toBe(Date.parse('2026-03-29T10:30:15Z'))
  })

  it('agrees with the calendar on every instant', () => {
    const date = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    const zone = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
    const two = (value: number) => String(Math.abs(value)).padStart(2, '0')
    fc.assert(
      fc.property(date, zone, (moment, minutes) => {
        expect(parseInstant(moment.toISOString())).toBe(moment.getTime())
        const local = new Date(moment.getTime() + minutes * 60_000)
        fc.pre(local.getUTCFullYear() >= 0 && local.getUTCFullYear() <= 9999)
        const sign = minutes < 0 ? '-' : '+'
        const text = local
          .toISOString()
          .replace('Z', `${sign}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`)
        expect(parseInstant(text)).toBe(moment.getTime())
      }),
    )
  })
})

describe('the two ways to write the current time (6.8)', () => {
  it('follow each other', () => {
    expect(epochOf('2026-03-29T10:30:15Z')).toBe('1774780215')
    expect(epochOf('2026-03-29T10:30:15.999Z')).toBe('1774780215')
    expect(isoOf('1774780215')).toBe('2026-03-29T10:30:15Z')
    expect(isoOf('2026-03-29T12:30:15+02:00')).toBe('2026-03-29T10:30:15Z')
  })

  it('are silent about what is no instant, or lies beyond the calendar', () => {
    expect(epochOf('soon')).toBeUndefined()
    expect(isoOf('soon')).toBeUndefined()
    expect(isoOf('9'.repeat(20))).toBeUndefined()
  })

  it('there and back is the same second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 250_000_000_000 }), (seconds) => {
        const iso = isoOf(String(seconds))!
        expect(epochOf(iso)).toBe(String(seconds))
      }),
    )
  })
})
