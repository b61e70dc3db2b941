/** A part of a long list, as much as is drawn at once. */
export interface Block<Item> {
  readonly items: readonly Item[]
  /** Where in the list it begins. */
  readonly start: number
  readonly total: number
}

/** The block of so many items in which an item stands. A list that is not longer is one block. */
export function blockAround<Item>(list: readonly Item[], index: number, size: number): Block<Item> {
  const start = list.length > size ? Math.floor(Math.max(0, index) / size) * size : 0
  return { items: list.slice(start, start + size), start, total: list.length }
}

/** "101–200 of 5,000". */
export function blockInWords({ items, start, total }: Block<unknown>): string {
  const number = (count: number) => count.toLocaleString('en')
  return `${number(start + 1)}–${number(start + items.length)} of ${number(total)}`
}
