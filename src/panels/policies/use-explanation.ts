import { explainAt, type Explanation } from '#language'
import { shownDecision, sourceOf } from '#store'
import { useApp } from '#store/react'

/** What the token at the caret means, and what it did in the request on screen. */
export function useExplanation(): Explanation | undefined {
  const caret = useApp((app) => app.caret)
  const policies = useApp((app) => app.workspace.policies)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const decision = useApp(shownDecision)
  const reference = useApp((app) => app.facts.reference)
  const policy = policies.find(({ name }) => name === selectedPolicy)
  if (!policy || caret?.policy !== policy.name) return undefined
  return explainAt(sourceOf(policy), caret.offset, decision, policy.name, reference)
}
