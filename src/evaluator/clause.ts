import type { Clause } from '#policy'
import type { ClauseTrace, PatternTrace } from './decision.ts'
import { patternTraces, sharedLists } from './pattern-trace.ts'

/** What one value of a clause does with a request: a trace of its own where variables took part, else just yes or no. */
export type Test<Request> = (request: Request) => boolean | PatternTrace

/** A compiled `Action` or `Resource` element. */
export type CompiledClause<Request> = (request: Request) => ClauseTrace

/**
 * Puts the values of a clause together: it matches when any value does, its `Not…` form when none does
 * (semantics.md 3.3, 4.6). Every value is tried, so that the trace shows all that match.
 */
export function compileClause<Request>(
  clause: Clause,
  tests: readonly Test<Request>[],
): CompiledClause<Request> {
  const traces = clause.patterns.map(patternTraces)
  const lists = sharedLists(traces)
  const { negated } = clause
  const none: ClauseTrace = { clause, matched: negated, patterns: lists.none }
  const single: ClauseTrace[] = []
  const count = tests.length
  return (request) => {
    let hits = 0
    let first = 0
    let own: PatternTrace[] | undefined
    for (let index = 0; index < count; index++) {
      const result = (tests[index] as Test<Request>)(request)
      if (typeof result === 'object') {
        own ??= expand(traces, lists, hits, first, index)
        own.push(result)
        if (result.matched) hits++
        continue
      }
      if (result && hits++ === 0) first = index
      else if (result) own ??= expand(traces, lists, 1, first, index)
      own?.push(
        result
          ? (traces[index] as (typeof traces)[number]).hit
          : (traces[index] as (typeof traces)[number]).miss,
      )
    }
    if (own) return { clause, matched: hits > 0 !== negated, patterns: own }
    if (hits === 0) return none
    return (single[first] ??= { clause, matched: !negated, patterns: lists.only(first) })
  }
}

/** The list so far, when the shared ones no longer do. */
function expand(
  traces: readonly ReturnType<typeof patternTraces>[],
  lists: ReturnType<typeof sharedLists>,
  hits: number,
  first: number,
  length: number,
): PatternTrace[] {
  return (hits > 0 ? lists.only(first) : lists.none).slice(0, length)
}
