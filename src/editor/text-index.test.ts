import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextIndex } from './text-index.ts'

describe('offsets and places', () => {
  const index = new TextIndex('ab\r\n\ncd\re')

  it('counts lines by any line end, mixed ones too', () => {
    expect(index.placeAt(0)).toEqual({ lineNumber: 1, column: 1 })
    expect(index.placeAt(2)).toEqual({ lineNumber: 1, column: 3 })
    expect(index.placeAt(4)).toEqual({ lineNumber: 2, column: 1 })
    expect(index.placeAt(5)).toEqual({ lineNumber: 3, column: 1 })
    expect(index.placeAt(8)).toEqual({ lineNumber: 4, column: 1 })
  })

  it('keeps to the text', () => {
    expect(index.placeAt(-1)).toEqual({ lineNumber: 1, column: 1 })
    expect(index.placeAt(99)).toEqual({ lineNumber: 4, column: 2 })
    expect(index.offsetAt({ lineNumber: 1, column: 99 })).toBe(2)
    expect(index.offsetAt({ lineNumber: 99, column: 1 })).toBe(9)
  })

  it('knows where a line ends', () => {
    expect([1, 2, 3, 4].map((line) => index.endColumn(line))).toEqual([3, 1, 3, 2])
  })

  it('comes back to where it started, except inside a line end', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\r', '\r\n', '𝒳') })
    fc.assert(
      fc.property(texts, fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length)
        fc.pre(text.slice(offset - 1, offset + 1) !== '\r\n')
        const one = new TextIndex(text)
        expect(one.offsetAt(one.placeAt(offset))).toBe(offset)
      }),
    )
  })
})
