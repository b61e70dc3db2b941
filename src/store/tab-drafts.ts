import { browserLocks, browserRecords, browserTabMemory, draftsIn } from '#storage'
import type { Workspace } from '#workspace'
import { keepDrafts } from './draft-keeper.ts'
import { draftShelf } from './draft-shelf.ts'
import type { TabDrafts } from './drafts.ts'
import type { AppStore } from './store.ts'

/** The drafts over the browser's own storage, saved also when the page is hidden or about to go. */
export function draftsOfTab(store: AppStore, left: readonly Workspace[]): TabDrafts {
  const drafts = draftsIn(browserRecords())
  const places = { drafts, locks: browserLocks(), tab: browserTabMemory() }
  const keeper = keepDrafts(store, places, left)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper.flush()
  })
  addEventListener('pagehide', () => keeper.flushLast())
  return { keeper, shelf: draftShelf(store, keeper) }
}
