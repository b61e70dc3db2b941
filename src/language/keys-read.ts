import type { Span } from '#policy'
import type { Sources } from './verdict.ts'

/** A context key that some policy reads. */
export interface KeyRead {
  /** As first written; keys are compared without case. */
  readonly key: string
  readonly places: readonly {
    readonly policy: string
    readonly span: Span
    readonly use: 'condition' | 'variable'
  }[]
  /** The values that conditions compare it with, in the order of the texts, each once. */
  readonly values: readonly string[]
  /** Some condition reads it under ForAllValues or ForAnyValue. */
  readonly multivalued: boolean
}

/** The context keys that these policies read, in conditions and as variables, in the order of the texts. */
export function keysRead(_sources: Sources): readonly KeyRead[] {
  return []
}
