import type { GradedEntry } from '#lessons'
import type { AppStore } from '#store'
import type { Workspace } from '#workspace'

/**
 * Shows an answer on the screen as a copy: the lesson's tests over the learner's policies, at the first test that they miss. The
 * results stay in the bar above it.
 */
export function openAnswerOf(
  store: AppStore,
  {
    name,
    entry: { opened, grade, lesson: key },
    lesson,
  }: { readonly name: string; readonly entry: GradedEntry; readonly lesson: Workspace | undefined },
): void {
  if (opened.kind !== 'opened') return
  const { closeLayer, openCopy, selectScenario, showDetails } = store.getState()
  const title = `${name} · ${lesson?.title ?? key}`
  const { policies, scenarios } = opened.workspace
  closeLayer()
  openCopy({ title, policies, scenarios: lesson?.scenarios ?? scenarios }, `Opened: ${title}`)
  showDetails('tests')
  const missed = grade?.tests.find(({ state }) => state !== 'passed')
  const index = store.getState().workspace.scenarios.findIndex((one) => one.name === missed?.name)
  if (index >= 0) selectScenario(index)
}
