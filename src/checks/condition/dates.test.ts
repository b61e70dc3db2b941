import { expect, test } from 'vitest'
import { readDate } from './dates.ts'

test.each([
  '2026-12-31',
  '2026-12',
  '2026-12-31T18:00Z',
  '2026-12-31T18:00:00.5+01:00',
  '1798761599',
])('%s is clear', (text) => {
  expect(readDate(text)).toEqual({ kind: 'clear' })
})

test.each([
  ['2026', '2026-01-01T00:00:00Z'],
  ['20261231', '2026-12-31T00:00:00Z'],
  ['1798761599000', '2026-12-31T23:59:59Z'],
  ['2026-12-31T18:00:00', '2026-12-31T18:00:00Z'],
])('%s can be read two ways', (text, instant) => {
  expect(readDate(text)).toMatchObject({ kind: 'ambiguous', instant })
})

test.each([
  ['tomorrow', undefined],
  ['2026-02-29', undefined],
  ['01/02/2026', undefined],
  ['12/31/2026', '2026-12-31T00:00:00Z'],
  ['2026-12-31 08:15', '2026-12-31T08:15:00Z'],
])('%s is no date IAM reads; meant is %s', (text, iso) => {
  expect(readDate(text)).toEqual({ kind: 'unreadable', ...(iso && { iso }) })
})
