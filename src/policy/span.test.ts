import { expect, it } from 'vitest'
import { touches } from './span.ts'

it('a caret touches the token on either side of it', () => {
  const span = { start: 2, end: 4 }
  expect([1, 2, 3, 4, 5].map((offset) => touches(span, offset))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})
