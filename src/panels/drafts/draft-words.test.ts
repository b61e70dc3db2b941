import { expect, test } from 'vitest'
import { agoInWords, exactTime, sizeInWords, titleInWords } from './draft-words.ts'

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 minute ago'],
  [7199, '1 hour ago'],
  [86_400, 'yesterday'],
  [3 * 86_400, '3 days ago'],
  [20 * 86_400, '2 weeks ago'],
  [400 * 86_400, 'last year'],
  [-5000, 'just now'],
])('%d seconds ago is %s', (seconds, words) => {
  const now = 2_000_000_000_000
  expect(agoInWords(now - seconds * 1000, now)).toBe(words)
})

test('a time that is none has words, too', () => {
  expect(agoInWords(0, 5)).toBe('at an unknown time')
  expect(exactTime(0)).toBeUndefined()
  expect(exactTime(9e300)).toBeUndefined()
  expect(exactTime(Date.UTC(2026, 10, 25))?.iso).toBe('2026-11-25T00:00:00.000Z')
})

test.each([
  [1, '1 byte'],
  [812, '812 bytes'],
  [1234, '1.2 KB'],
  [9_960, '10 KB'],
  [211_900, '212 KB'],
  [999_600, '1.0 MB'],
  [4_800_000, '4.8 MB'],
])('%d bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))

test('a title is shown as it is, unless it is blank or endless', () => {
  expect(titleInWords('Reports')).toBe('Reports')
  expect(titleInWords(undefined)).toBe('Untitled workspace')
  expect(titleInWords('  ')).toBe('Untitled workspace')
  expect(titleInWords('x'.repeat(1e6))).toHaveLength(201)
})
