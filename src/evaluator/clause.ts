import type { Clause } from '#policy'
import type { ClauseTrace, PatternTrace } from './decision.ts'
import { keepIfSame } from './unchanged.ts'

/** A compiled `Action` or `Resource` element. */
export type CompiledClause<Request> = (request: Request) => ClauseTrace

/**
 * Puts the values of a clause together: it matches when any value does, its `Not…` form when none does
 * (semantics.md 3.3, 4.6). Every value is tried, so that the trace shows all that match. `test` gives the same trace again
 * where a value does the same. A list without values takes the statement out of the policy, in its `Not…` form too: "When the
 * element is empty, the policy statement provides no permissions".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Empty array action)
 */
export function compileClause<Pattern, Request>(
  clause: Clause,
  patterns: readonly Pattern[],
  test: (pattern: Pattern, request: Request) => PatternTrace,
): CompiledClause<Request> {
  const results: PatternTrace[] = []
  let last: ClauseTrace | undefined
  return (request) => {
    let hit = false
    for (let index = 0; index < patterns.length; index++) {
      const result = test(patterns[index] as Pattern, request)
      if (result.matched) hit = true
      results[index] = result
    }
    const traces = keepIfSame(last?.patterns, results)
    if (last?.patterns !== traces)
      last = { clause, matched: traces.length > 0 && hit !== clause.negated, patterns: traces }
    return last
  }
}
