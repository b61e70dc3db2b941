import type { Reference } from '#reference'
import type { SourceContext } from './check.ts'

/** More strings than a document has; a bound, so that a day of typing fills no memory. */
const most = 20_000

/**
 * Remembers answers about strings for as long as the facts are the same snapshot: from one keystroke to the next only the string under
 * the caret is new.
 */
export function remembered<T>(
  answer: (reference: Reference, written: string) => T,
): (context: SourceContext) => (written: string) => T {
  const known = new WeakMap<Reference, Map<string, T>>()
  return ({ reference }) => {
    const kept = known.get(reference)
    const here = kept && kept.size <= most ? kept : new Map<string, T>()
    known.set(reference, here)
    return (written) => {
      const before = here.get(written)
      if (before !== undefined || here.has(written)) return before as T
      const found = answer(reference, written)
      here.set(written, found)
      return found
    }
  }
}
