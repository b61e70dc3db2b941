import type { AppStore } from '#store'
import type { ReadProblem, Workspace } from '#workspace'
import { showLink } from '../link/open-link.ts'
import type { Taken } from './read-given.ts'

/** Shows a workspace that was found as a copy of its own, and says what of it was left out. */
export function openFound(
  store: AppStore,
  workspace: Workspace,
  problems: readonly ReadProblem[] = [],
): void {
  const app = store.getState()
  app.closeLayer()
  if (workspace.lesson) {
    app.openLayer({ kind: 'startLesson', lesson: workspace })
    return
  }
  app.openCopy(workspace, `Opened: ${workspace.title ?? 'a workspace'}`)
  if (problems.length > 0) app.showBar({ kind: 'partlyRead', problems })
}

/** Opens what leaves nothing to choose: a link, or a single workspace. */
export function openAtOnce(store: AppStore, [only, another]: readonly Taken[]): boolean {
  if (!only || another) return false
  const { outcome } = only
  if (outcome.kind === 'link') {
    const { link } = outcome
    if (link.kind === 'opened' && link.workspace.lesson) openFound(store, link.workspace)
    else {
      store.getState().closeLayer()
      showLink(store, link)
    }
    return true
  }
  if (outcome.kind !== 'workspaces') return false
  const [workspace, ...others] = outcome.workspaces
  if (!workspace || others.length > 0) return false
  openFound(store, workspace, outcome.problems)
  return true
}
