import { useState } from 'react'

interface Steps {
  readonly text: string
  readonly past: readonly string[]
  readonly by: 'typing' | 'button'
}

/** As many as somebody takes back one by one. */
const mostSteps = 100

/**
 * The way back through the changes of a text. A field whose text is set from outside loses the browser's own undo, and a phone
 * has no key for it. What a button does is one step, and so is all that is typed in between.
 */
export function useSteps(text: string): {
  /** Told of what is typed, before the text is that. */
  readonly typed: (text: string) => void
  /** Takes a step back and returns the text before it; undefined at the beginning. */
  readonly undo: (() => string | undefined) | undefined
} {
  const [steps, setSteps] = useState<Steps>({ text, past: [], by: 'button' })
  const after = (next: string, by: Steps['by']): Steps => ({
    text: next,
    past: by === 'typing' && steps.by === by ? steps.past : remembered(steps),
    by,
  })
  // A fix was applied, or something else has changed the text.
  if (text !== steps.text) setSteps(after(text, 'button'))

  return {
    typed: (next) => setSteps(after(next, 'typing')),
    undo:
      steps.past.length === 0
        ? undefined
        : () => {
            const before = steps.past.at(-1)
            if (before !== undefined)
              setSteps({ text: before, past: steps.past.slice(0, -1), by: 'button' })
            return before
          },
  }
}

const remembered = ({ past, text }: Steps) => [...past, text].slice(-mostSteps)
