import type { AppStore } from '#store'
import type { Workspace } from '#workspace'

/** Opens a challenge that came with a link or a file for writing, as a copy of its own. */
export function editChallenge(store: AppStore, challenge: Workspace): void {
  const { openCopy, showDetails } = store.getState()
  openCopy(challenge, `Opened for writing: ${challenge.title ?? 'a challenge'}`)
  showDetails('lesson')
}
