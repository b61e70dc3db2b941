import type { AppState } from './state.ts'

/** The presenter view: what the room sees of the answer, and what the keys of a clicker walk. */
export interface Presenting {
  /** A hidden verdict is hidden everywhere: its words, its marks in the editor, the trace, the tests. */
  readonly answer: 'shown' | 'hidden'
  /** Whether a request arrives with its verdict hidden, so that the room is asked first. */
  readonly askFirst: boolean
  /** How many steps of the evaluation have been shown; undefined while it isn't walked in steps. */
  readonly steps: number | undefined
}

/** How the presenter view begins: with the answer to the first request, and a question before every other. */
export const presenting: Presenting = { answer: 'shown', askFirst: true, steps: undefined }

/** How the next request comes on screen. */
export function arrival({
  present,
}: Pick<AppState, 'present'>): Partial<Pick<AppState, 'present'>> {
  if (!present) return {}
  const stepwise = present.steps !== undefined
  return {
    present: {
      ...present,
      answer: stepwise || present.askFirst ? 'hidden' : 'shown',
      steps: stepwise ? 0 : undefined,
    },
  }
}
