import { parsePattern, type Located, type Span } from '#policy'
import type { Sources } from './statement-place.ts'

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

interface Reading {
  readonly key: string
  readonly places: KeyRead['places'][number][]
  readonly values: Set<string>
  multivalued: boolean
}

/** The context keys that these policies read, in conditions and as variables, in the order of the texts. */
export function keysRead(sources: Sources): readonly KeyRead[] {
  const readings = new Map<string, Reading>()
  const reading = (key: string): Reading => {
    const known = readings.get(key.toLowerCase())
    if (known) return known
    const added: Reading = { key, places: [], values: new Set(), multivalued: false }
    readings.set(key.toLowerCase(), added)
    return added
  }
  for (const [policy, { draft }] of sources) {
    const variablesIn = (texts: readonly Located<string>[]) => {
      if (!draft?.variables) return
      for (const { value, span } of texts)
        for (const piece of parsePattern(value, { wildcards: false, variables: true }))
          if (piece.kind === 'variable')
            reading(piece.key).places.push({ policy, span, use: 'variable' })
    }
    for (const { resource, conditions } of draft?.statements ?? []) {
      variablesIn(resource?.patterns ?? [])
      for (const { key, operator, values } of conditions) {
        const read = reading(key.value)
        read.places.push({ policy, span: key.span, use: 'condition' })
        read.multivalued ||= operator?.set !== undefined
        // The values of Null speak about presence.
        if (operator && operator.name !== 'Null')
          for (const { value } of values) read.values.add(value)
        if (operator?.entry.variables) variablesIn(values)
      }
    }
  }
  return [...readings.values()].map(({ values, ...read }) => ({ ...read, values: [...values] }))
}
