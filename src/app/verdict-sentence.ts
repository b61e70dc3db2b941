import { explanationOf, sourcesOf, verdictState, type Asked } from '#store'

/** The verdict as it is spoken: "Denied, explicit deny, by DenyOutsideEU."; undefined while there is nothing to say. */
export function verdictSentence(state: Asked): string | undefined {
  const verdict = verdictState(state)
  switch (verdict.kind) {
    case 'empty':
    case 'noRequest':
      return undefined
    case 'incomplete':
      return `Choose ${verdict.field === 'action' ? 'an' : 'a'} ${verdict.field}.`
    case 'notEvaluated':
      return `Not evaluated. ${verdict.policy.name}: ${verdict.finding?.message ?? 'it can’t be read.'}`
    case 'hidden':
      return 'Verdict hidden.'
    case 'decided': {
      const { decision } = verdict
      const { statements } = explanationOf(decision, sourcesOf(state.workspace.policies))
      const by =
        statements.length > 0 ? `, by ${statements.map(({ name }) => name).join(', ')}` : ''
      return `${heading[decision.verdict]}${by}.`
    }
  }
}

const heading = {
  allow: 'Allowed',
  explicitDeny: 'Denied, explicit deny',
  implicitDeny: 'Denied, nothing allows it',
} as const
