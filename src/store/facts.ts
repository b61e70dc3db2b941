import type { refactorings, runChecks } from '#checks'
import { emptyReference, type Reference } from '#reference'

/**
 * What is loaded beside the program itself, once the first screen is painted: the checks, and the facts about AWS service by
 * service. Immutable; every arrival makes a new one, and what depends on it is computed anew.
 */
export interface Facts {
  readonly reference: Reference
  /** The linter; undefined until it has arrived. */
  readonly runChecks: typeof runChecks | undefined
  /** What can be offered without a finding; arrives with the linter. */
  readonly refactorings: typeof refactorings | undefined
  /** `failed`: the facts about AWS could not be fetched; what needs them is silent. */
  readonly state: 'loading' | 'loaded' | 'failed'
}

export const noFacts: Facts = {
  reference: emptyReference,
  runChecks: undefined,
  refactorings: undefined,
  state: 'loading',
}
