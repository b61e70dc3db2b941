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

/** Where a presentation stands, and how long it is. */
export interface Stage {
  readonly present: Presenting
  readonly scenario: number
  readonly scenarios: number
  /** How many steps the evaluation of this request has before its verdict; 0 while there is nothing to walk. */
  readonly steps: number
}

/** How many steps have been shown; the verdict is the last. */
export function stepsShown({ present, steps }: Pick<Stage, 'present' | 'steps'>): number {
  return present.answer === 'shown' ? steps + 1 : Math.min(present.steps ?? 0, steps)
}

/**
 * One press of a clicker: to the next step of the evaluation where it is walked in steps, else to the next request; backwards to
 * the step before, or to the request before with its answer, which has been given. Undefined at either end.
 */
export function walk(stage: Stage, by: 1 | -1): Pick<Stage, 'present' | 'scenario'> | undefined {
  const { present, scenario, scenarios, steps } = stage
  if (present.steps !== undefined) {
    const next = stepsShown(stage) + by
    if (next >= 0 && next <= steps + 1)
      return {
        scenario,
        present: { ...present, steps: next, answer: next > steps ? 'shown' : 'hidden' },
      }
  }
  const to = scenario + by
  if (to < 0 || to >= scenarios) return undefined
  if (by < 0) return { scenario: to, present: { ...present, answer: 'shown' } }
  return { scenario: to, present: arrival({ present }).present ?? present }
}
