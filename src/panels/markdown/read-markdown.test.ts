import { expect, test } from 'vitest'
import { longest, readMarkdown } from './read-markdown.ts'

const types = (text: string) =>
  readMarkdown(text).tokens?.flatMap(({ type }) => (type === 'space' ? [] : type))

test('the parts of a lesson are told apart', () => {
  expect(
    types(
      'A *word*.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\n```\ncode\n```\n',
    ),
  ).toEqual(['paragraph', 'list', 'table', 'blockquote', 'code'])
})

test('lists within lists are kept as deep as anybody writes them', () => {
  expect(JSON.stringify(readMarkdown('- a\n  - b\n    - c').tokens)).toContain('"text":"c"')
})

test.each([
  ['one megabyte', 'word '.repeat(200_000)],
  ['ten thousand quotes', '>'.repeat(10_000) + ' deep'],
  ['ten thousand quotes apart', '> '.repeat(10_000) + 'deep'],
  ['ten thousand lists', '- '.repeat(10_000) + 'deep'],
  ['ten thousand numbered lists', '1. '.repeat(10_000) + 'deep'],
  ['lists and quotes', '> - '.repeat(10_000) + 'deep'],
  ['ten thousand emphases', '*a _b '.repeat(10_000) + 'end_*'.repeat(10_000)],
  ['ten thousand brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['ten thousand links', '[a](b'.repeat(10_000)],
  [
    'lines that are indented further and further',
    Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  ],
  [
    'back ticks of all lengths',
    Array.from({ length: 200 }, (_, length) => '`'.repeat(length)).join('a'),
  ],
  [
    'a table of millions of cells',
    `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|\n'.repeat(6000)}`,
  ],
  ['tags that never end', '<a '.repeat(10_000)],
  ['comments that never end', '<!--'.repeat(10_000)],
])('%s: read or shown as text, and no more than can be drawn', (_, text) => {
  const reading = readMarkdown(text)
  expect(reading.text.length).toBeLessThanOrEqual(longest)
  expect(reading.isCut).toBe(text.length > longest)
  expect(depthOf(reading.tokens)).toBeLessThan(250)
})

function depthOf(tokens: unknown): number {
  if (typeof tokens !== 'object' || tokens === null) return 0
  return 1 + Math.max(0, ...Object.values(tokens).map(depthOf))
}
