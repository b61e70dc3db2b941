import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from './finding.ts'
import { formatPolicy } from './format.ts'

const format = (text: string) => applyEdits(text, formatPolicy(text))

describe('formatting', () => {
  test('members go on their own lines, short lists stay on one', () => {
    expect(
      format(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*",\n"s3:List*"]}]}',
      ),
    ).toBe(
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:List*"]
    }
  ]
}`,
    )
  })

  test('a list passes column 100 by one, and is broken', () => {
    const wide = (length: number) => `{"Action":["${'a'.repeat(length)}"]}`
    // Two spaces, the key with its colon and a space, brackets, quotes and a comma take 17 columns.
    expect(format(wide(83))).toContain('["aaa')
    expect(format(wide(84))).toContain('[\n    "aaa')
  })

  test('empty lists and objects stay closed', () => {
    expect(format('{ "a": [ ] , "b": {\n} }')).toBe('{\n  "a": [],\n  "b": {}\n}')
  })

  test('a final newline and Windows line ends are kept', () => {
    expect(format('{"a":1}\r\n')).toBe('{\r\n  "a": 1\r\n}\r\n')
    expect(format('{"a":1}')).toBe('{\n  "a": 1\n}')
  })

  test('numbers and escapes stay as written', () => {
    expect(format('[1.0,"\\u0041"]')).toBe('[1.0, "\\u0041"]')
  })

  test.each(['{"a":1,}', '{"a" 1}', '{} {}', '{"a":1 /* why */}', '', '  '])(
    'a text with a syntax error is left alone: %j',
    (text) => {
      expect(formatPolicy(text)).toEqual([])
    },
  )

  test('it keeps the value, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 4, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space)
        const formatted = format(text)
        expect(JSON.parse(formatted)).toEqual(JSON.parse(text))
        expect(formatPolicy(formatted)).toEqual([])
      }),
    )
  })
})
