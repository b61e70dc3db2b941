import type { ImportedPolicies, TypeGround } from '#import'
import type { WorkspacePolicy } from '#workspace'

/** A policy that was found, to be looked at before it is added. */
export interface FoundPolicy {
  readonly policy: WorkspacePolicy
  /** Why it has its type; undefined where nothing could be read off it. */
  readonly ground: TypeGround | { readonly kind: 'chosen' } | undefined
  readonly picked: boolean
}

/** Of more than these, somebody picks the ones they want. */
const mostPicked = 50

/** The policies in what was recognised, all of them picked unless they are very many. */
export function foundIn(
  sources: readonly Pick<ImportedPolicies, 'workspace' | 'grounds'>[],
): readonly FoundPolicy[] {
  const found = sources.flatMap(({ workspace, grounds }) =>
    workspace.policies.map((policy, index) => ({ policy, ground: grounds[index] })),
  )
  return found.map((one) => ({ ...one, picked: found.length <= mostPicked }))
}

/** A text that is no policy yet. */
export function foundDraft(name: string, text: string): FoundPolicy {
  return {
    policy: { name, type: 'identity', enabled: true, text },
    ground: undefined,
    picked: true,
  }
}
