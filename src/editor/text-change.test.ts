import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '#policy'
import { changeBetween, sameText } from './text-change.ts'

describe('the change from one text to another', () => {
  it('is as small as it can be', () => {
    expect(changeBetween('{"a": 1}', '{"a": 12}')).toEqual({
      span: { start: 7, end: 7 },
      text: '2',
    })
  })

  it('takes whole line ends and whole characters', () => {
    expect(changeBetween('a\r\nb', 'a\rb').span).toEqual({ start: 1, end: 3 })
    expect(changeBetween('😀', '😁').span).toEqual({ start: 0, end: 2 })
  })

  it('leads from the one to the other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '😁') })
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        expect(applyEdits(from, [changeBetween(from, to)])).toBe(to)
      }),
    )
  })
})

it('sees no difference in line ends, and any other', () => {
  expect(sameText('a\r\nb\rc', 'a\nb\nc')).toBe(true)
  expect(sameText('a\nb', 'a\n b')).toBe(false)
})
