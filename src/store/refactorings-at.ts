import { grammarType, type Fix, type Span } from '#policy'
import type { WorkspacePolicy } from '#workspace'
import { sourceOf } from './derived.ts'
import type { AppState } from './state.ts'

/** Changes to offer at a place of a policy, whether something is wrong there or not. */
export function refactoringsAt(
  { facts }: Pick<AppState, 'facts'>,
  policy: WorkspacePolicy,
  span: Span,
): readonly Fix[] {
  const source = sourceOf(policy)
  const type = grammarType(policy.type, source.document)
  return facts.refactorings?.(source, type, facts.reference, span) ?? []
}
