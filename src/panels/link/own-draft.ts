import { browserTabMemory } from '#storage'
import { challengeToShare, openDraft, tabDrafts, type AppStore } from '#store'
import { writeWorkspace, type Workspace } from '#workspace'

/**
 * Opens the draft that this tab had last, if it is what the link holds: somebody who has shared their own work and reloads the
 * page goes on with it, not with a copy. Says whether it is on the screen.
 */
export async function openOwnDraft(store: AppStore, workspace: Workspace): Promise<boolean> {
  const id = browserTabMemory().draft()
  if (id === undefined || store.getState().savedWorkHidden) return false
  try {
    const { origin } = store.getState()
    if (origin.kind === 'draft' && origin.id === id)
      return isShared(store.getState().workspace, workspace)
    const { keeper } = await tabDrafts(store)
    const draft = await keeper.drafts.read(id)
    if (draft?.kind !== 'draft' || !isShared(draft.workspace, workspace)) return false
    return (await openDraft(store, id)) === 'opened'
  } catch {
    return false
  }
}

/** Whether a link to `own` holds this; that of a challenge may leave its solution out. */
const isShared = (own: Workspace, held: Workspace): boolean =>
  isSame(own, held) || isSame(challengeToShare(own, false), held)

const isSame = (one: Workspace, other: Workspace): boolean =>
  JSON.stringify(writeWorkspace(one)) === JSON.stringify(writeWorkspace(other))
