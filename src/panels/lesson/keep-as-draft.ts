import type { AppStore } from '#store'
import { keepCopy } from '../link/keep-copy.ts'

/** Leaves the lesson with the answer as a draft of its own; the progress stays where it is. */
export function keepAnswerAsDraft(store: AppStore): void {
  const { exercise, workspace, leaveExercise, openCopy } = store.getState()
  if (!exercise) return
  // Beside what was on the screen before the lesson, not over the lesson.
  leaveExercise()
  openCopy(workspace, `Kept as a draft: ${workspace.title ?? 'your answer'}`)
  keepCopy(store)
}
