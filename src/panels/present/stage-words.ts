import type { IconName } from '#controls'
import type { LayerWords } from '#language'
import { explanationOf, sourcesOf, type VerdictState } from '#store'
import type { WorkspacePolicy } from '#workspace'
import { placeInWords } from '../text-place.ts'
import { verdictLooks } from '../verdict/verdict-words.ts'

/** What stands across the top of the presenter view. */
export interface StageWords {
  readonly heading: string
  readonly sentence: string
  readonly icon: IconName
  readonly look: string
  readonly layers: readonly LayerWords[]
}

const open = { icon: 'open', look: 'implicit-deny', layers: [] } as const

/** The verdict for the last row of the room. */
export function stageWords(
  verdict: VerdictState,
  policies: readonly WorkspacePolicy[],
): StageWords {
  switch (verdict.kind) {
    case 'empty':
      return { ...open, heading: 'Nothing to evaluate yet', sentence: 'There is no policy text.' }
    case 'noRequest':
      return { ...open, heading: 'Nothing is asked', sentence: 'A verdict answers a request.' }
    case 'incomplete':
      return {
        ...open,
        heading: `Choose ${verdict.field === 'action' ? 'an' : 'a'} ${verdict.field}`,
        sentence: 'The request isn’t complete, so there is nothing to decide yet.',
      }
    case 'notEvaluated': {
      const { policy, finding } = verdict
      return {
        ...open,
        heading: 'Not evaluated',
        sentence: finding
          ? `${policy.name}, ${placeInWords(policy.text, finding.span.start)}: ${finding.message}`
          : `${policy.name} can’t be read as a policy.`,
      }
    }
    case 'hidden':
      return { ...open, heading: 'Allowed or denied?', sentence: 'Verdict hidden.' }
    case 'decided': {
      const { decision } = verdict
      const { heading, sentence, layers } = explanationOf(decision, sourcesOf(policies))
      const { icon, className } = verdictLooks[decision.verdict]
      return { heading, sentence, icon, look: className, layers }
    }
  }
}
