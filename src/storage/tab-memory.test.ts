import { expect, test } from 'vitest'
import { browserTabMemory, type TextStorage } from './tab-memory.ts'

const storage = (): TextStorage => {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

test('a tab remembers its own draft, the browser that there are drafts', () => {
  const [first, second, browser] = [storage(), storage(), storage()]
  const one = browserTabMemory(
    () => first,
    () => browser,
  )
  const other = browserTabMemory(
    () => second,
    () => browser,
  )
  one.setDraft('a')
  one.setHidden(true)
  one.setHasDrafts(true)
  expect([one.draft(), one.hidden(), one.hasDrafts()]).toEqual(['a', true, true])
  expect([other.draft(), other.hidden(), other.hasDrafts()]).toEqual([undefined, false, true])
  one.setDraft(undefined)
  one.setHidden(false)
  expect([one.draft(), one.hidden()]).toEqual([undefined, false])
})

test('where the browser refuses, it is forgotten without a word', () => {
  const refusing = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const tab = browserTabMemory(refusing, refusing)
  tab.setDraft('a')
  tab.setHasDrafts(true)
  expect([tab.draft(), tab.hidden(), tab.hasDrafts()]).toEqual([undefined, false, false])
})
