import type { Decision } from '#evaluator'
import type { Scenario, Workspace, WorkspacePolicy } from '#workspace'
import { decisionOf, unreadable } from './derived.ts'
import { expectationResult, type ExpectationResult } from './expectation.ts'
import { memoizedPair } from './memo.ts'
import { missingField, type RequestField } from './missing-field.ts'

/** One request of the workspace as a test. */
export type TestResult = { readonly index: number; readonly scenario: Scenario } & (
  | {
      readonly kind: 'waiting'
      readonly for:
        | { readonly policy: string }
        | { readonly field: RequestField }
        /** It comes after as many as are run by themselves; it is decided when it is chosen. */
        | { readonly turn: number }
    }
  | {
      readonly kind: 'decided'
      readonly decision: Decision
      readonly expectation: ExpectationResult
    }
)

/** How many tests stand where; a request without an expectation is no test. */
export interface TestSum {
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly waiting: number
}

/** Policies times requests: as many are decided within a keystroke or two. */
const mostDecided = 20_000

const resultsOf = memoizedPair(
  (policies: readonly WorkspacePolicy[], scenarios: readonly Scenario[]): readonly TestResult[] => {
    const [unread] = unreadable(policies)
    const turns = Math.max(20, Math.floor(mostDecided / Math.max(1, policies.length)))
    return scenarios.map((scenario, index): TestResult => {
      const test = { index, scenario }
      if (unread) return { ...test, kind: 'waiting', for: { policy: unread.name } }
      const field = missingField(scenario)
      if (field) return { ...test, kind: 'waiting', for: { field } }
      if (index >= turns) return { ...test, kind: 'waiting', for: { turn: turns } }
      const decision = decisionOf(policies, scenario)
      return {
        ...test,
        kind: 'decided',
        decision,
        expectation: expectationResult(scenario, decision),
      }
    })
  },
)

/** Every request of the workspace with its verdict, in its order. */
export const testResults = (workspace: Workspace): readonly TestResult[] =>
  resultsOf(workspace.policies, workspace.scenarios)

/** The sum of all tests. */
export function testSum(results: readonly TestResult[]): TestSum {
  const tests = results.filter(({ scenario }) => scenario.expect !== undefined)
  const count = (is: (result: TestResult) => boolean) => tests.filter(is).length
  const passed = count((test) => test.kind === 'decided' && test.expectation.kind === 'met')
  const waiting = count((test) => test.kind === 'waiting')
  return { total: tests.length, passed, waiting, failed: tests.length - passed - waiting }
}

/** The sum in words: "5 of 6 tests pass", for the status line and for screen readers. */
export function testSumInWords({ total, passed, waiting }: TestSum): string {
  if (total === 0) return 'No tests'
  if (waiting === total) return total === 1 ? '1 test waiting' : `${total} tests waiting`
  const verb = total === 1 ? 'test passes' : 'tests pass'
  return `${passed} of ${total} ${verb}${waiting > 0 ? `, ${waiting} waiting` : ''}`
}
