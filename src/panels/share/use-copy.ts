import { useState } from 'react'
import { copyText } from './clipboard.ts'
import type { CopyOutcome } from './Outcome.tsx'

/** Copying, with what became of it. */
export interface Copying {
  readonly outcome: CopyOutcome | undefined
  /** Copies a text: `what` is its name at the beginning of a sentence. */
  readonly copy: (what: string, text: string, more?: CopyWords) => void
  readonly say: (words: string) => void
}

interface CopyWords {
  /** Said instead of "… copied." */
  readonly words?: string
  readonly notes?: readonly string[]
}

/** Copies texts and remembers what became of the last. */
export function useCopy(refused?: { readonly what: string; readonly text: string }): Copying {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>(
    refused && { kind: 'refused', ...refused },
  )
  return {
    outcome,
    copy: (what, text, { words = `${what} copied.`, notes = [] } = {}) => {
      void copyText(text).then((result) =>
        setOutcome(
          result === 'copied'
            ? { kind: 'copied', words, notes }
            : {
                kind: 'refused',
                what: `The ${what[0]?.toLowerCase() ?? ''}${what.slice(1)}`,
                text,
              },
        ),
      )
    },
    say: (words) => setOutcome({ kind: 'nothing', words }),
  }
}
