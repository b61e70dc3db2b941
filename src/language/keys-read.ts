import {
  parsePattern,
  statementName,
  type ConditionOperator,
  type Located,
  type Span,
} from '#policy'
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
  /** Why to set it: "Your policies read this key. Without it, the condition in statement 3 (app-role) can't match." */
  readonly words: string
}

interface Reading {
  readonly key: string
  readonly places: KeyRead['places'][number][]
  readonly values: Set<string>
  multivalued: boolean
  /** What cannot match without the key; the first such place is enough. */
  needed: string | undefined
}

/** Whether a condition fails when its key is absent. */
function needsKey({ negated, ifExists, set, name }: ConditionOperator): boolean {
  if (name === 'Null' || set === 'ForAllValues') return false
  return set === 'ForAnyValue' || !(negated || ifExists)
}

/** The context keys that these policies read, in conditions and as variables, in the order of the texts. */
export function keysRead(sources: Sources): readonly KeyRead[] {
  const readings = new Map<string, Reading>()
  const reading = (key: string): Reading => {
    const known = readings.get(key.toLowerCase())
    if (known) return known
    const added: Reading = {
      key,
      places: [],
      values: new Set(),
      multivalued: false,
      needed: undefined,
    }
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
    for (const statement of draft?.statements ?? []) {
      const { resource, conditions } = statement
      variablesIn(resource?.patterns ?? [])
      for (const { key, operator, values } of conditions) {
        const read = reading(key.value)
        read.places.push({ policy, span: key.span, use: 'condition' })
        read.multivalued ||= operator?.set !== undefined
        if (operator && needsKey(operator))
          read.needed ??= `${statementName(statement)} (${policy})`
        // The values of Null speak about presence.
        if (operator && operator.name !== 'Null')
          for (const { value } of values) read.values.add(value)
        if (operator?.entry.variables) variablesIn(values)
      }
    }
  }
  return [...readings.values()].map(({ key, places, values, multivalued, needed }) => ({
    key,
    places,
    values: [...values],
    multivalued,
    words:
      needed === undefined
        ? 'Your policies read this key.'
        : `Your policies read this key. Without it, the condition in ${needed} can't match.`,
  }))
}
