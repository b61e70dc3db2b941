import { dropFragment } from '#panels/link/address.ts'
import { pointAt, readLink, showLink } from '#panels/link/open-link.ts'
import { openOwnDraft } from '#panels/link/own-draft.ts'
import type { AppState, AppStore } from '#store'
import { regions } from './regions.ts'
import { routeOf } from './routes.ts'

/** What other parts of the app do with an address. */
export interface AddressActions {
  /** Opens a lesson of the course; resolves when it is on the screen. */
  readonly openLesson?: (id: string) => Promise<void>
  /** Opens a workspace that is a lesson or a challenge, instead of showing it like any other. */
  readonly openExercise?: (workspace: AppState['workspace']) => void
  /** Goes back to the visitor's own work. */
  readonly goToDraft: () => void
}

/** What is kept with a history entry: which opening of a workspace it showed. Other visits to the page count anew. */
const entryOf = (opening: number): string => `${performance.timeOrigin}:${opening}`

/**
 * Opens what the address holds, now and whenever it changes; resolves when the first is on the screen. The address loses its
 * fragment at the next edit, so that it never shows anything older than the screen does; and Back from a link, edited or not,
 * leads to the visitor's own work.
 */
export async function followAddress(
  store: AppStore,
  { openLesson, openExercise, goToDraft }: AddressActions,
): Promise<void> {
  /** The count of openings at which the workspace of a link came on the screen. */
  let opening: number | undefined
  /** The fragment that could not be read: it stays until the person decides. */
  let unread: string | undefined
  /** Counts the addresses; of two that follow each other quickly, only the last is shown. */
  let latest = 0
  const placeIds = regions.map(({ id }) => id)

  const open = async (): Promise<void> => {
    const own = ++latest
    const route = routeOf(location, placeIds)
    switch (route.kind) {
      case 'page':
        return
      case 'lesson':
        await openLesson?.(route.id)
        return
      case 'link': {
        const link = await readLink(route.link).catch(() => undefined)
        if (own !== latest) return
        if (!link) {
          store.getState().tell('A part of the page could not be loaded. Reload to open the link.')
          return
        }
        const exercise =
          link.kind === 'opened' && link.workspace.lesson && !store.getState().present
            ? openExercise
            : undefined
        if (!exercise) store.getState().closeLayer()
        if (link.kind === 'opened') {
          const next = store.getState().opening + 1
          opening = exercise ? undefined : next
          if (await openOwnDraft(store, link.workspace)) {
            opening = undefined
            pointAt(store, link.focus)
            return
          }
          if (own !== latest) return
          if (exercise) {
            exercise(link.workspace)
            return
          }
          history.replaceState(entryOf(next), '')
        } else unread = route.link
        showLink(store, link)
      }
    }
  }

  store.subscribe((now, before) => {
    const edited = now.workspace !== before.workspace && now.opening === before.opening
    // What comes on the screen behind a link that cannot be read decides nothing about the link.
    const left = now.opening !== before.opening && now.opening !== opening
    if (!edited && (!left || location.hash === unread)) return
    if (routeOf(location, placeIds).kind === 'link') dropFragment()
  })
  addEventListener('hashchange', () => void open())
  addEventListener('popstate', ({ state }) => {
    if (location.hash !== '' || opening === undefined) return
    if (opening === store.getState().opening && state !== entryOf(opening)) goToDraft()
  })
  await open()
}
