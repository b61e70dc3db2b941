import { expect, test } from 'vitest'
import { linesUnlike } from './lines-unlike.ts'

const marked = (text: string, other: string) =>
  linesUnlike(text, other).map(({ start, end }) => text.slice(start, end))

test('a line that the other text has is not marked, whatever its indentation and comma', () => {
  expect(marked('{\n  "a": 1,\n  "b": 2\n}', '{\n"a": 1\n}')).toEqual(['"b": 2'])
})

test('against nothing every line is marked', () => {
  expect(marked('{\r\n  "a": 1\r\n}', '')).toEqual(['{', '"a": 1', '}'])
})
