import type { AppStore, Answer } from '#store'
import { exerciseKey } from '#store'
import { loadProgress, rememberedLesson, type Progress } from '#storage'
import { writeWorkspace, type Workspace } from '#workspace'

/** The lessons of the course, fetched when they are first needed. */
export const courseLessons = async (): Promise<readonly Workspace[]> =>
  (await import('#lessons/pages')).course

/** A lesson, and the key of its progress. */
export interface FoundLesson {
  readonly lesson: Workspace
  readonly key: string
}

/** A lesson of the course by its id, or one that came from elsewhere; what is word by word one of the course is that one. */
export async function findLesson(wanted: string | Workspace): Promise<FoundLesson | undefined> {
  const course = await courseLessons()
  const id = typeof wanted === 'string' ? wanted : wanted.lesson?.id
  const ours = course.find(({ lesson }) => lesson?.id === id)
  if (ours && (typeof wanted === 'string' || isSame(ours, wanted)))
    return { lesson: ours, key: exerciseKey(ours, 'course') }
  return typeof wanted === 'string'
    ? undefined
    : { lesson: wanted, key: exerciseKey(wanted, 'elsewhere') }
}

const isSame = (one: Workspace, other: Workspace) =>
  JSON.stringify(writeWorkspace(one)) === JSON.stringify(writeWorkspace(other))

/** The lesson that progress is about: kept with it, or of the course. */
async function lessonOf({ key, lesson }: Progress): Promise<FoundLesson | undefined> {
  return lesson ? { lesson, key } : findLesson(key)
}

/** What is kept of a lesson; nothing where the browser refuses. */
export const keptAnswer = (key: string): Promise<Progress | undefined> =>
  loadProgress(key).catch(() => undefined)

const answerOf = ({
  policies,
  scenarios,
  hints,
  solutionShown,
  seconds,
  solved,
}: Progress): Answer => ({
  policies,
  scenarios,
  hints,
  solutionShown,
  seconds,
  solved,
})

/** Begins a lesson, or goes on with what was kept of it. */
export function beginLesson(store: AppStore, { lesson, key }: FoundLesson, kept?: Progress): void {
  store.getState().startExercise(lesson, key, kept && answerOf(kept))
}

/** Begins a lesson anew that is kept under a key; what is kept stays until the first edit. */
export async function startLessonOver(store: AppStore, key: string): Promise<void> {
  const kept = await keptAnswer(key)
  const found = kept && (await lessonOf(kept))
  if (found) beginLesson(store, found)
}

/** Goes on with a lesson that is kept under a key, or with the one that was on the screen last; without one, the course is shown. */
export async function continueLesson(store: AppStore, key?: string): Promise<void> {
  const kept = await (key === undefined ? rememberedLesson() : loadProgress(key)).catch(
    () => undefined,
  )
  const found = kept && (await lessonOf(kept))
  if (found) beginLesson(store, found, kept)
  else store.getState().openLayer({ kind: 'course' })
}
