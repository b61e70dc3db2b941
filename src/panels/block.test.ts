import { expect, test } from 'vitest'
import { blockAround, blockInWords } from './block.ts'

const list = Array.from({ length: 1050 }, (_, index) => index)

test('a list that is short enough is one block', () => {
  expect(blockAround(list, 700, 1050)).toEqual({ items: list, start: 0, total: 1050 })
})

test('the block of an item has it, wherever it stands', () => {
  for (const index of [0, 99, 100, 550, 1049]) {
    const { items, start } = blockAround(list, index, 100)
    expect(items).toContain(index)
    expect(items[0]).toBe(start)
    expect(items.length).toBeLessThanOrEqual(100)
  }
})

test('an item that is not in the list stands for the first', () => {
  expect(blockAround(list, -1, 100).start).toBe(0)
})

test('a block in words', () => {
  expect(blockInWords(blockAround(list, 1049, 100))).toBe('1,001–1,050 of 1,050')
})
