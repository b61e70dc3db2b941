import { backToDraft, openDraft, type AppStore } from '#store'

/**
 * Goes to the visitor's own work: what a shared workspace was opened over, else the draft before. Where one's own draft is on
 * the screen already, it stays.
 */
export async function goToDraft(store: AppStore): Promise<void> {
  const { aside, origin, showAside } = store.getState()
  if (!aside && origin.kind === 'draft') return
  if (aside?.origin.kind === 'draft') {
    // As it is by now: another tab may have written it since.
    const opened = await openDraft(store, aside.origin.id).catch(() => 'none')
    if (opened !== 'opened') showAside()
    return
  }
  const untouched = !aside || aside.workspace === aside.asOpened
  if (!(untouched && (await backToDraft(store)))) showAside()
}
