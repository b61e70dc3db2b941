import { describe, expect, test } from 'vitest'
import { markSpans, readMarkedText } from './marked-text.ts'

describe('marked text', () => {
  test('a cursor and spans are taken out and remembered', () => {
    expect(readMarkedText('{"«Effect»": "Al‸low"}')).toEqual({
      text: '{"Effect": "Allow"}',
      cursor: 14,
      spans: [{ start: 2, end: 8 }],
    })
  })

  test('spans can be nested', () => {
    const marked = '«[«1», «2»]»'
    const { text, spans } = readMarkedText(marked)
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['[1, 2]', '1', '2'])
    expect(markSpans(text, spans)).toBe(marked)
  })

  test.each(['«', '»', '‸‸'])('%s is refused', (marked) => {
    expect(() => readMarkedText(marked)).toThrow(SyntaxError)
  })
})
