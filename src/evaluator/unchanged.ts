/**
 * Keeping what did not change. A part of a statement mostly does the same with one request as with the one before, so its trace
 * is compared with the last one and that one is handed out again when they are equal: nothing new is allocated, and whoever
 * draws a trace sees by identity what changed. Traces are immutable, so sharing them is safe.
 */

/** `last`, when its items are identical to those of `items`; else a copy, so that `items` can be filled anew. */
export function keepIfSame<T>(last: readonly T[] | undefined, items: readonly T[]): readonly T[] {
  if (last?.length !== items.length) return items.slice()
  for (let index = 0; index < items.length; index++)
    if (last[index] !== items[index]) return items.slice()
  return last
}
