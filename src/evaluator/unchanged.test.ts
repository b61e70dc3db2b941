import { expect, it } from 'vitest'
import { keepIfSame } from './unchanged.ts'

it('hands the last list out again when every item is the same object', () => {
  const [a, b] = [{ n: 1 }, { n: 2 }]
  const last = [a, b]
  expect(keepIfSame(last, [a, b])).toBe(last)
})

it('else a copy, which later changes of the given list leave alone', () => {
  const [a, b] = [{ n: 1 }, { n: 2 }]
  for (const last of [undefined, [a], [b, a], [a, { n: 2 }], [a, b, b]]) {
    const items = [a, b]
    const kept = keepIfSame(last, items)
    expect(kept).not.toBe(last)
    items[0] = b
    expect(kept).toEqual([a, b])
    expect(kept[0]).toBe(a)
  }
})

it('an empty list is kept too', () => {
  const last: readonly object[] = []
  expect(keepIfSame(last, [])).toBe(last)
})
