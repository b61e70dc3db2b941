import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, type TextEdit } from './finding.ts'

describe('applyEdits', () => {
  it('replaces, deletes and inserts, in whatever order the edits come', () => {
    const edits: readonly TextEdit[] = [
      { span: { start: 8, end: 9 }, text: '' },
      { span: { start: 0, end: 3 }, text: 'ONE' },
      { span: { start: 4, end: 4 }, text: '+ ' },
    ]
    expect(applyEdits('one two three', edits)).toBe('ONE + two hree')
    expect(applyEdits('one two three', [...edits].reverse())).toBe('ONE + two hree')
  })

  it('refuses edits that overlap', () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: '' },
      { span: { start: 2, end: 4 }, text: '' },
    ]
    expect(() => applyEdits('abcd', edits)).toThrow(RangeError)
  })

  it('undoes itself: putting the old text back gives the old text', () => {
    const cuts = fc
      .tuple(fc.string(), fc.nat(), fc.nat(), fc.string())
      .map(([text, a, b, inserted]) => {
        const [start = 0, end = 0] = [a, b]
          .map((at) => at % (text.length + 1))
          .sort((x, y) => x - y)
        return { text, start, end, inserted }
      })
    fc.assert(
      fc.property(cuts, ({ text, start, end, inserted }) => {
        const changed = applyEdits(text, [{ span: { start, end }, text: inserted }])
        expect(changed).toHaveLength(text.length - (end - start) + inserted.length)
        const back = { span: { start, end: start + inserted.length }, text: text.slice(start, end) }
        expect(applyEdits(changed, [back])).toBe(text)
      }),
    )
  })
})
