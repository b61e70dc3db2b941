import { openPermalink } from '#share'
import type { AppStore } from '#store'

/** Shows what the next lesson is about: one of the course by its id, or a challenge in a link. */
export function openNext(store: AppStore, next: string): void {
  const { openLayer, tell } = store.getState()
  const link = openPermalink(next)
  if (link.kind === 'opened' && link.workspace.lesson)
    openLayer({ kind: 'startLesson', lesson: link.workspace })
  else if (link.kind === 'noWorkspace' && /^[\w-]{1,80}$/u.test(next))
    openLayer({ kind: 'startLesson', lesson: next })
  else tell('The link to the next challenge can’t be read.')
}
