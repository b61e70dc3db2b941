import { nearDenials } from '#language'
import type { Span } from '#policy'
import { explanationOf, findings, sourcesOf } from './derived.ts'
import type { AppState } from './state.ts'
import { shownDecision, type Asked } from './verdict-state.ts'

/** A place in a policy. */
export interface Place {
  readonly policy: string
  readonly span: Span
}

/** The deciding statements, then the near misses, the closest first, then the Denies that missed an allowed request: what F4 walks. */
export function decidingPlaces(state: Asked): readonly Place[] {
  const decision = shownDecision(state)
  if (!decision) return []
  const { statements, nearest } = explanationOf(decision, sourcesOf(state.workspace.policies))
  return [
    ...[...statements, ...nearest].map(({ ref, span }) => ({ policy: ref.policy, span })),
    ...nearDenials(decision).map(({ ref, statement }) => ({
      policy: ref.policy,
      span: statement.span,
    })),
  ]
}

/** Every finding of every policy, in the order of the policies: what F8 walks outside the editor. */
export function problemPlaces(state: Pick<AppState, 'workspace' | 'facts'>): readonly Place[] {
  return state.workspace.policies.flatMap((policy) =>
    findings(state, policy).map(({ span }) => ({ policy: policy.name, span })),
  )
}

/** The place `by` steps from the one that is in focus, round and round; from nowhere, the first or the last. */
export function placeBeside(
  places: readonly Place[],
  here: Place | undefined,
  by: 1 | -1,
): Place | undefined {
  if (places.length === 0) return undefined
  const at = places.findIndex(
    ({ policy, span }) =>
      policy === here?.policy && span.start === here.span.start && span.end === here.span.end,
  )
  const from = at < 0 && by < 0 ? 0 : at
  return places.at((from + by) % places.length)
}
