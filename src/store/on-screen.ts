import type { AppState, OpenWorkspace } from './state.ts'

/** The workspace on the screen and where somebody is in it: what a way back restores. */
export const onScreen = ({
  workspace,
  asOpened,
  origin,
  exercise,
  lastReadable,
  selectedPolicy,
  selectedScenario,
  solutionIncluded,
}: OpenWorkspace | AppState): OpenWorkspace => ({
  workspace,
  asOpened,
  origin,
  exercise,
  lastReadable,
  selectedPolicy,
  selectedScenario,
  solutionIncluded,
})
