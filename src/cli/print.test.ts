import { expect, it } from 'vitest'
import { lineAndColumn } from './print.ts'

it.each([
  ['', 0, 1, 1],
  ['abc', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nbc', 1, 1, 2],
  ['a\nbc', 2, 2, 1],
  ['a\nbc', 4, 2, 3],
  ['a\r\nb', 3, 2, 1],
  ['\n\n', 2, 3, 1],
])('in %j the offset %i is line %i, column %i', (text, offset, line, column) => {
  expect(lineAndColumn(text, offset)).toEqual({ line, column })
})
