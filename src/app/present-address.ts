import { browserTabMemory } from '#storage'
import { presenting, type AppStore } from '#store'

/** What asks for the presenter view, whatever the address holds besides. */
const name = 'present'

/**
 * Keeps the address and the presenter view alike, now and later: a talk is a link, and a reload stays in it. While it is on, saved
 * work is hidden wherever else it is listed.
 */
export function followPresentAddress(store: AppStore): void {
  if (new URLSearchParams(location.search).has(name)) {
    store.getState().setPresent(presenting)
    store.getState().hideSavedWork(true)
  }
  store.subscribe((now, before) => {
    if ((now.present === undefined) === (before.present === undefined)) return
    now.hideSavedWork(now.present !== undefined || browserTabMemory().hidden())
    const asked = new URLSearchParams(location.search)
    asked.delete(name)
    const others = asked.toString()
    const search = [...(now.present ? [name] : []), ...(others === '' ? [] : [others])].join('&')
    const address = `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`
    try {
      history.replaceState(history.state, '', address)
    } catch {
      // A browser that counts replacements refuses some; the view is there all the same.
    }
  })
}
