import { newId } from '#storage'
import type { AppStore } from '#store'

/** Makes the workspace on the screen one of the visitor's drafts, if it is none yet. */
export function keepCopy(store: AppStore): void {
  const { origin, keepAs } = store.getState()
  if (origin.kind === 'sample' || origin.kind === 'copy') keepAs({ kind: 'draft', id: newId() })
}
