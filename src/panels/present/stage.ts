import { evaluationSteps, type TraceNode } from '#language'
import {
  sourcesOf,
  stepsShown,
  traceOf,
  verdictState,
  walk,
  type App,
  type AppStore,
  type Asked,
} from '#store'

/** The trace of the request on screen, also while its verdict is hidden; empty when nothing is decided. */
export function traceOnStage(state: Asked): readonly TraceNode[] {
  const verdict = verdictState({ ...state, present: undefined })
  return verdict.kind === 'decided'
    ? traceOf(verdict.decision, sourcesOf(state.workspace.policies))
    : []
}

/** The steps to its verdict. */
const stepsOnStage = (state: Asked): readonly TraceNode[] => evaluationSteps(traceOnStage(state))

/** One press of a clicker; says whether there was anywhere to go. */
export function press(store: AppStore, by: 1 | -1): boolean {
  const state = store.getState()
  const { present, selectedScenario, workspace } = state
  if (!present) return false
  const before = stepsOnStage(state)
  const next = walk(
    {
      present,
      scenario: selectedScenario,
      scenarios: workspace.scenarios.length,
      steps: before.length,
    },
    by,
  )
  if (!next) return false
  if (next.scenario !== selectedScenario) state.selectScenario(next.scenario)
  state.setPresent(next.present)
  showPlace(store.getState())
  return true
}

/** The editor goes to what the step is about. */
function showPlace(state: App): void {
  const { present } = state
  if (present?.steps === undefined || present.answer === 'shown') return
  const steps = stepsOnStage(state)
  const place = steps[stepsShown({ present, steps: steps.length }) - 1]?.place
  if (place) state.setFocus(place.policy, place.span)
}

/** Hides the verdict for a guess, or shows it. */
export function toggleAnswer({ present, setPresent }: App): void {
  if (present) setPresent({ ...present, answer: present.answer === 'shown' ? 'hidden' : 'shown' })
}

/** Walks the evaluation of this request from its beginning, or goes back to whole requests. */
export function toggleSteps({ present, setPresent }: App): void {
  if (!present) return
  const on = present.steps === undefined
  setPresent({ ...present, steps: on ? 0 : undefined, answer: on ? 'hidden' : 'shown' })
}

/** Whether the room is asked before it is told. */
export function toggleAskFirst({ present, setPresent }: App): void {
  if (present) setPresent({ ...present, askFirst: !present.askFirst })
}
