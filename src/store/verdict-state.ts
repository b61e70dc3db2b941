import type { Decision } from '#evaluator'
import type { Finding } from '#policy'
import type { WorkspacePolicy } from '#workspace'
import { decisionOf, sourceOf, unreadable } from './derived.ts'
import { expectationResult, type ExpectationResult } from './expectation.ts'
import { missingField, type RequestField } from './missing-field.ts'
import type { AppState } from './state.ts'

/** What the verdict region has to say. */
export type VerdictState =
  /** No policy that takes part has a text. */
  | { readonly kind: 'empty' }
  /** A policy cannot be read; a verdict without it would be a different question's. */
  | {
      readonly kind: 'notEvaluated'
      readonly policy: WorkspacePolicy
      readonly finding: Finding | undefined
      /** The verdict before the edit that broke it. */
      readonly old: Decision | undefined
    }
  | { readonly kind: 'noRequest' }
  | { readonly kind: 'incomplete'; readonly field: RequestField }
  /** It is decided, and the presenter asks the room first. */
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'decided'
      readonly decision: Decision
      readonly expectation: ExpectationResult
    }

/** What the verdict on screen depends on. */
export type Asked = Pick<AppState, 'workspace' | 'lastReadable' | 'selectedScenario'> &
  Partial<Pick<AppState, 'present'>>

/** The state of the selected request's verdict. */
export function verdictState(state: Asked): VerdictState {
  const { policies, scenarios } = state.workspace
  const scenario = scenarios[state.selectedScenario]
  if (!policies.some((policy) => policy.enabled && policy.text.trim() !== ''))
    return { kind: 'empty' }

  const hidden = state.present?.answer === 'hidden'
  const field = scenario && missingField(scenario)
  const [unread] = unreadable(policies)
  if (unread)
    return {
      kind: 'notEvaluated',
      policy: unread,
      finding: sourceOf(unread).problems.find(({ severity }) => severity === 'error'),
      old:
        state.lastReadable && scenario && !field && !hidden
          ? decisionOf(state.lastReadable, scenario)
          : undefined,
    }
  if (!scenario) return { kind: 'noRequest' }
  if (field) return { kind: 'incomplete', field }
  if (hidden) return { kind: 'hidden' }
  const decision = decisionOf(policies, scenario)
  return { kind: 'decided', decision, expectation: expectationResult(scenario, decision) }
}

/** The decision on screen, when there is one. */
export function shownDecision(state: Asked): Decision | undefined {
  const verdict = verdictState(state)
  return verdict.kind === 'decided' ? verdict.decision : undefined
}
