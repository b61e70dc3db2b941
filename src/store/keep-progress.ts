import { rememberedLesson, rememberLesson, saveProgress } from '#storage'
import { gradeOf, ownScenarios, previewKey } from './exercise.ts'
import type { App } from './state.ts'
import type { AppStore } from './store.ts'

/** Milliseconds from an edit until it is kept. */
const patience = 250

/**
 * Keeps the answer to the lesson on the screen, counts the time that it can be seen, notes when it is solved, and offers on return
 * what was left open. Two tabs may have the same lesson: neither changes what the other shows, and the last edit is what is kept.
 */
export function followProgress(store: AppStore): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let since = 0
  /** What was on the screen when the lesson came to it. */
  let cameWith: App['workspace'] | undefined

  const spend = () => {
    const now = performance.now()
    if (since > 0) store.getState().addWorkingTime((now - since) / 1000)
    since = store.getState().exercise && document.visibilityState === 'visible' ? now : 0
  }

  const keep = (state: App) => {
    clearTimeout(waiting)
    waiting = undefined
    const { exercise, workspace, asOpened } = state
    const grade = gradeOf(state)
    if (!exercise || !grade || exercise.key === previewKey) return
    // A lesson that was only looked at is not begun.
    const { hints, solutionShown, solved, seconds, lesson, key } = exercise
    if (workspace === asOpened && hints === 0 && !solutionShown && !solved) return
    saveProgress({
      key,
      title: lesson.title ?? key,
      ...(key === lesson.lesson?.id ? {} : { lesson }),
      policies: workspace.policies,
      scenarios: ownScenarios(exercise, workspace),
      hints,
      solutionShown,
      seconds: Math.round(seconds),
      met: grade.met,
      total: grade.total,
      solved,
    }).catch(refused)
  }

  let said = false
  const refused = () => {
    if (said) return
    said = true
    store.getState().tell('Your progress isn’t being kept: this browser refuses storage.')
  }

  store.subscribe((now, before) => {
    if (now.opening !== before.opening || now.exercise?.key !== before.exercise?.key) {
      if (before.exercise && waiting !== undefined) keep(before)
      spend()
      if (now.exercise?.key !== before.exercise?.key) {
        cameWith = now.workspace
        rememberLesson(isKept(now) ? now.exercise?.key : undefined).catch(() => undefined)
      }
    }
    if (!now.exercise || !changed(now, before)) return
    now.noteSolved()
    waiting ??= setTimeout(() => {
      spend()
      keep(store.getState())
    }, patience)
  })

  const onHide = () => {
    spend()
    // An answer that was not touched here may have been edited in another tab since.
    if (waiting !== undefined || store.getState().workspace !== cameWith) keep(store.getState())
  }
  addEventListener('pagehide', onHide)
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') onHide()
    else spend()
  })

  void offerToResume(store)
}

const isKept = ({ exercise }: App) => exercise?.key !== previewKey

/** Something happened that is worth keeping: not merely time. */
function changed(now: App, before: App): boolean {
  return (
    now.workspace !== before.workspace ||
    now.facts !== before.facts ||
    now.exercise?.hints !== before.exercise?.hints ||
    now.exercise?.solutionShown !== before.exercise?.solutionShown ||
    now.exercise?.solved !== before.exercise?.solved
  )
}

async function offerToResume(store: AppStore): Promise<void> {
  const progress = await rememberedLesson().catch(() => undefined)
  const { exercise, savedWorkHidden } = store.getState()
  if (!progress || exercise || savedWorkHidden || progress.met === progress.total) return
  const { key, title, met, total } = progress
  store.getState().showBar({ kind: 'resume', key, title, met, total })
}
