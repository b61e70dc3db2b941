import type { Decision, StatementRef } from '#evaluator'
import type { Expectation, Scenario } from '#workspace'

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
  const { verdict } = decision
  const right = expect.decision === 'deny' ? verdict !== 'allow' : verdict === expect.decision
  if (!right) return { kind: 'otherVerdict', expect }
  if (expect.decidedBy && !sameStatements(expect.decidedBy, decision.decidedBy))
    return { kind: 'otherStatements', expect }
  return { kind: 'met', expect }
}

const sameStatements = (a: readonly StatementRef[], b: readonly StatementRef[]): boolean => {
  const among = (refs: readonly StatementRef[]) => (ref: StatementRef) =>
    refs.some((one) => one.policy === ref.policy && one.statement === ref.statement)
  return a.every(among(b)) && b.every(among(a))
}
