import type { Span } from '#policy'
import { explanationOf, sourcesOf } from './derived.ts'
import type { AppState } from './state.ts'
import { shownDecision } from './verdict-state.ts'

/** The deciding statements, then the near misses, the closest first: what F4 walks. */
export function decidingPlaces(
  state: Pick<AppState, 'workspace' | 'lastReadable' | 'selectedScenario'>,
): readonly { readonly policy: string; readonly span: Span }[] {
  const decision = shownDecision(state)
  if (!decision) return []
  const { statements, nearest } = explanationOf(decision, sourcesOf(state.workspace.policies))
  return [...statements, ...nearest].map(({ ref, span }) => ({ policy: ref.policy, span }))
}
