import type { AppStore } from '#store'

/** Goes back to the visitor's own work: what a shared workspace was opened over. */
export function goToDraft(store: AppStore): void {
  store.getState().showAside()
}
