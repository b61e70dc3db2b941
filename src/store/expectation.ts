import type { Decision } from '#evaluator'
import { meets, type Expectation, type Scenario } from '#workspace'

/** Whether a request's verdict is the expected one. */
export type ExpectationResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'met'; readonly expect: Expectation }
  | { readonly kind: 'otherVerdict'; readonly expect: Expectation }
  /** The verdict is right, but other statements decide it. */
  | { readonly kind: 'otherStatements'; readonly expect: Expectation }

/** Compares a decision with what its request expects. */
export function expectationResult({ expect }: Scenario, decision: Decision): ExpectationResult {
  if (!expect) return { kind: 'none' }
  if (meets(expect, decision)) return { kind: 'met', expect }
  const verdictOnly = { decision: expect.decision }
  return { kind: meets(verdictOnly, decision) ? 'otherStatements' : 'otherVerdict', expect }
}
