import { describe, expect, test } from 'vitest'
import { applyEdits, readPolicy, type Span, type TextEdit } from '#policy'
import { editsOf, type Edits } from './edits.ts'

/** The text after an edit; `«…»` marks the part that the edit is told about. */
function edited(
  marked: string,
  work: (edit: Edits, span: Span) => readonly TextEdit[] | undefined,
): string | undefined {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const text = marked.replace(/[«»]/gu, '')
  const edits = work(editsOf(readPolicy(text)), { start, end })
  return edits && applyEdits(text, edits)
}

describe('deleting a list item takes one comma with it', () => {
  const remove = (marked: string) => edited(marked, (edit, span) => edit.deleteItems([span]))

  test.each([
    ['{ "Action": [«"a"», "b", "c"] }', '{ "Action": ["b", "c"] }'],
    ['{ "Action": ["a", «"b"», "c"] }', '{ "Action": ["a", "c"] }'],
    ['{ "Action": ["a", "b", «"c"»] }', '{ "Action": ["a", "b"] }'],
    ['{ "Action": [\n  "a",\n  «"b"»,\n  "c"\n] }', '{ "Action": [\n  "a",\n  "c"\n] }'],
  ])('%s', (marked, expected) => {
    expect(remove(marked)).toBe(expected)
  })

  test('the last one cannot go', () => {
    expect(remove('{ "Action": [«"a"»] }')).toBeUndefined()
    expect(remove('{ "Action": «"a"» }')).toBeUndefined()
  })

  test('several go together, also neighbours at either end', () => {
    const text = '{ "Action": ["a", "b", "c", "d"] }'
    const source = readPolicy(text)
    const span = (item: string) => {
      const start = text.indexOf(`"${item}"`)
      return { start, end: start + 3 }
    }
    const without = (...items: string[]) => {
      const edits = editsOf(source).deleteItems(items.map(span))
      return edits && applyEdits(text, edits)
    }
    expect(without('a', 'b')).toBe('{ "Action": ["c", "d"] }')
    expect(without('c', 'd')).toBe('{ "Action": ["a", "b"] }')
    expect(without('a', 'c')).toBe('{ "Action": ["b", "d"] }')
    expect(without('a', 'b', 'c', 'd')).toBeUndefined()
  })
})

describe('members', () => {
  test('one is deleted with its comma', () => {
    const remove = (marked: string) => edited(marked, (edit, span) => edit.deleteMembers([span]))
    expect(remove('{ «"Sid"»: "x", "Effect": "Allow" }')).toBe('{ "Effect": "Allow" }')
    expect(remove('{ "Effect": "Allow", «"Sid"»: "x" }')).toBe('{ "Effect": "Allow" }')
    expect(remove('{ «"Sid"»: "x" }')).toBe('{}')
  })

  test('one is inserted in the layout of the others', () => {
    const insert = (marked: string) =>
      edited(marked, (edit, span) => edit.insertMember(span, 'Sid', 'x'))
    expect(insert('«{ "Effect": "Allow" }»')).toBe('{ "Sid": "x", "Effect": "Allow" }')
    expect(insert('«{\n    "Effect": "Allow"\n}»')).toBe(
      '{\n    "Sid": "x",\n    "Effect": "Allow"\n}',
    )
    expect(insert('«{}»')).toBe('{ "Sid": "x" }')
    expect(insert('«{\r\n\t"Effect": "Allow"\r\n}»')).toBe(
      '{\r\n\t"Sid": "x",\r\n\t"Effect": "Allow"\r\n}',
    )
  })

  test('one is inserted behind another', () => {
    const text = '{ "Effect": "Allow", "Resource": "*" }'
    const edits = editsOf(readPolicy(text)).insertMember(
      { start: 0, end: text.length },
      'Action',
      ['a', 'b'],
      { start: 2, end: 10 },
    )
    expect(applyEdits(text, edits!)).toBe(
      '{ "Effect": "Allow", "Action": ["a", "b"], "Resource": "*" }',
    )
  })
})

describe('values', () => {
  test('items are added; a single value becomes a list', () => {
    const add = (marked: string) => edited(marked, (edit, span) => edit.addItems(span, ['b', 'c']))
    expect(add('{ "Action": «"a"» }')).toBe('{ "Action": ["a", "b", "c"] }')
    expect(add('{ "Action": «["a"]» }')).toBe('{ "Action": ["a", "b", "c"] }')
    expect(add('{ "Action": «[]» }')).toBe('{ "Action": ["b", "c"] }')
    expect(add('{ "Action": «[\n  "a"\n]» }')).toBe('{ "Action": [\n  "a",\n  "b",\n  "c"\n] }')
  })

  test('one item becomes several', () => {
    const expand = (marked: string) =>
      edited(marked, (edit, span) => edit.replaceItem(span, ['b', 'c']))
    expect(expand('{ "Action": «"a"» }')).toBe('{ "Action": ["b", "c"] }')
    expect(expand('{ "Action": [«"a"», "d"] }')).toBe('{ "Action": ["b", "c", "d"] }')
  })

  test('a span that is no part of the document changes nothing', () => {
    const edit = editsOf(readPolicy('{ "Action": "a" }'))
    expect(edit.deleteItems([{ start: 3, end: 5 }])).toBeUndefined()
    expect(edit.addItems({ start: 3, end: 5 }, ['b'])).toBeUndefined()
    expect(edit.insertMember({ start: 3, end: 5 }, 'Sid', 'x')).toBeUndefined()
  })
})
