import type { Located } from '#policy'
import type { PatternTrace } from './decision.ts'

/**
 * The two traces that a pattern without variables can have. They say all there is to say, so every evaluation shares them and
 * a statement's trace costs a handful of objects.
 */
export interface PatternTraces {
  readonly hit: PatternTrace
  readonly miss: PatternTrace
}

export function patternTraces(pattern: Located<string>): PatternTraces {
  return { hit: { pattern, matched: true }, miss: { pattern, matched: false } }
}

/** The lists of traces of a clause whose patterns all missed, or of which exactly one hit, made once and shared. */
export interface SharedLists {
  readonly none: readonly PatternTrace[]
  only(index: number): readonly PatternTrace[]
}

export function sharedLists(traces: readonly PatternTraces[]): SharedLists {
  const none = traces.map(({ miss }) => miss)
  const single = new Map<number, readonly PatternTrace[]>()
  return {
    none,
    only(index) {
      const known = single.get(index)
      if (known) return known
      const list = traces.map(({ hit, miss }, at) => (at === index ? hit : miss))
      single.set(index, list)
      return list
    },
  }
}
