import { describe, expect, test } from 'vitest'
import { locate } from './location.ts'
import { readMarkedText } from './marked-text.ts'

function at(marked: string) {
  const { text, cursor = 0, spans } = readMarkedText(marked)
  return { ...locate(text, cursor), marked: spans[0] ?? { start: cursor, end: cursor } }
}

describe('the place of a caret', () => {
  test.each([
    ['a name', '{«"Eff‸ect"»: 1}', ['Effect'], true],
    ['an unfinished name', '{«"Eff‸»', ['Eff'], true],
    ['a name to be', '{ ‸ }', [''], true],
    ['a name without quotes', '{«Sta‸» }', [''], true],
    ['before a name', '{ ‸«"a"»: 1 }', ['a'], true],
    ['a value', '{"a": «"x‸"»}', ['a'], false],
    ['a value to be', '{"a":‸}', ['a'], false],
    ['a value without quotes', '{"a": «Al‸»}', ['a'], false],
    ['an unclosed value', '{"a": «"x‸»,\n"b": 1}', ['a'], false],
    ['a value whose last quote is escaped', '{"a": «"x\\"‸»\n}', ['a'], false],
    ['an item', '{"a": ["x", «"y‸"»]}', ['a', 1], false],
    ['an item to be', '{"a": ["x", ‸]}', ['a', 1], false],
    ['the start of a document', '‸', [], false],
  ])('%s: %s', (_, marked, path, isKey) => {
    const place = at(marked.replace('‸«', '«‸'))
    expect(place).toMatchObject({ path, isKey, expected: true, span: place.marked })
    expect(place.commaAt).toBeUndefined()
  })

  test.each([
    ['a member', '{"a": "x"\n ‸\n}', [''], true, 9],
    ['a member after a list', '{"a": []\n "b‸"}', ['b'], true, 8],
    ['a member after an empty object', '{"a": {}‸}', [''], true, 8],
    ['an item', '["x"\n ‸]', [1], false, 4],
  ])('%s after a value without a comma', (_, marked, path, isKey, commaAt) => {
    const place = at(marked)
    expect(place).toMatchObject({ path, isKey, expected: true })
    expect(place.commaAt).toBe(commaAt)
  })

  test.each(['{"a" ‸}', '{} ‸', '"x" ‸'])('nothing can be written here: %s', (marked) => {
    expect(at(marked).expected).toBe(false)
  })
})
