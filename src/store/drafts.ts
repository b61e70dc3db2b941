import { browserTabMemory, type TabMemory } from '#storage'
import { readWorkspace, type Workspace } from '#workspace'
import type { DraftKeeper, OpenedDraft } from './draft-keeper.ts'
import type { DraftShelf } from './draft-shelf.ts'
import { memoized } from './memo.ts'
import type { AppStore } from './store.ts'

// What the first screen needs of the drafts. The rest is loaded behind it.

/** The drafts as this tab sees them: the one on the screen and the list. */
export interface TabDrafts {
  readonly keeper: DraftKeeper
  readonly shelf: DraftShelf
}

/** Longest wait for the draft of somebody who has been here before; it comes a little later then. */
const patience = 200

const edited = ({ workspace, asOpened, origin }: ReturnType<AppStore['getState']>): boolean =>
  workspace !== asOpened && origin.kind !== 'exercise'

const reloaded = (): boolean => {
  const [navigation] = performance.getEntriesByType('navigation')
  return (navigation as PerformanceNavigationTiming | undefined)?.type !== 'navigate'
}

const load = memoized(async (store: AppStore): Promise<TabDrafts> => {
  // What is edited and left while the code is under way.
  const left: Workspace[] = []
  const stop = store.subscribe((now, before) => {
    if (now.opening !== before.opening && edited(before)) left.push(before.workspace)
  })
  const { draftsOfTab } = await import('./tab-drafts.ts')
  stop()
  return draftsOfTab(store, left)
})

/** The drafts of this tab, loaded when first asked for. Rejects when their code cannot be had. */
export const tabDrafts = (store: AppStore): Promise<TabDrafts> => load(store)

/**
 * Begins to keep what is edited. Unless something else is to be shown first, opens the draft this tab had, or else the newest;
 * resolves when it is on the screen, when there is none, or when that takes too long to wait for. Nothing is opened over what
 * somebody has begun to edit.
 */
export async function startDrafts(
  store: AppStore,
  { clean, open }: { readonly clean: boolean; readonly open: boolean },
  tab: TabMemory = browserTabMemory(),
): Promise<void> {
  if (tab.hidden()) store.getState().hideSavedWork(true)
  // What is made after a clean start is there again when the page is reloaded.
  if (clean && !(tab.hidden() && reloaded())) hide(store, tab)

  const { opening } = store.getState()
  const untouched = () => store.getState().opening === opening && !edited(store.getState())
  const ready = tabDrafts(store).then(async ({ keeper }) => {
    if (open) await keeper.openLast(untouched)
  })
  const done = ready.catch(() => {
    // They cannot be read; the first save will say more.
  })
  tabDrafts(store).catch(() => store.getState().showBar({ kind: 'notKept', why: 'refused' }))
  const expected = open && (tab.hasDrafts() || tab.draft() !== undefined)
  if (expected) await Promise.race([done, new Promise((late) => setTimeout(late, patience))])
}

/**
 * Goes to the visitor's own work: the draft that was on the screen before, or else the newest that no other tab has open. False when
 * there is none, or none that may be shown.
 */
export async function backToDraft(store: AppStore): Promise<boolean> {
  try {
    const { keeper } = await tabDrafts(store)
    return (await keeper.openLast()) === 'opened'
  } catch {
    return false
  }
}

/** Opens a draft by its id. Rejects when the browser refuses its storage. */
export async function openDraft(store: AppStore, id: string): Promise<OpenedDraft> {
  const { keeper } = await tabDrafts(store)
  return keeper.open(id)
}

const hide = (store: AppStore, tab: TabMemory) => {
  store.getState().hideSavedWork(true)
  tab.setHidden(true)
  tab.setDraft(undefined)
}

/** Shows `starter` and hides all saved work in this tab, also after a reload. What is on the screen stays among the drafts. */
export function cleanStart(
  store: AppStore,
  starter: unknown,
  tab: TabMemory = browserTabMemory(),
): void {
  const { workspace } = readWorkspace(starter)
  if (workspace) store.getState().show(workspace, { kind: 'sample' })
  hide(store, tab)
}

/** Ends a clean start. */
export function showSavedWork(store: AppStore, tab: TabMemory = browserTabMemory()): void {
  tab.setHidden(false)
  store.getState().hideSavedWork(false)
}
