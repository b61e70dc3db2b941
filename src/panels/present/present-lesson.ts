import type { AppStore } from '#store'

/** Shows the start of a lesson with its tests as the requests to walk; nothing of it becomes an exercise. */
export async function presentLesson(store: AppStore, id: string): Promise<void> {
  const { course } = await import('#lessons/pages')
  const workspace = course.find(({ lesson }) => lesson?.id === id)
  if (workspace) store.getState().show(workspace, { kind: 'copy' })
  else store.getState().tell(`There is no lesson ${id}.`)
}
