import type { Workspace, Scenario } from '#workspace'
import {
  gradeInWords,
  gradeOf,
  isLocked,
  metRows,
  withLockedOf,
  type Answer,
  type Exercise,
} from './exercise.ts'
import { isWriting } from './challenge.ts'
import { onScreen } from './on-screen.ts'
import type { App, AppState, OpenWorkspace, Undo } from './state.ts'

/** What can be done with a lesson or challenge. */
export interface ExerciseActions {
  /** Begins a lesson, or goes on with an answer that was kept. What was on the screen waits until the lesson is left. */
  startExercise: (lesson: Workspace, key: string, answer?: Answer) => void
  /** Shows again what was on the screen before the lesson. */
  leaveExercise: () => void
  /** Begins the lesson anew, with a way back. */
  startOver: () => void
  /** Shows one hint more, and says it. */
  showHint: () => void
  showSolution: () => void
  /** Turns the whole screen to a test of the lesson; one that was changed or removed is put back beside the learner's own. */
  showLessonTest: (test: Scenario) => void
  /** Counts time spent on the lesson. */
  addWorkingTime: (seconds: number) => void
  /** Notes that the answer on the screen solves the lesson, and says so; does nothing when it does not, or has before. */
  noteSolved: () => void
}

/** What the actions need of the store they belong to. */
interface Store {
  readonly get: () => App
  readonly set: (change: Partial<AppState>) => void
  readonly tell: (text: string, undo?: Undo) => AppState['notices']
}

/** The actions of lessons and challenges. */
export function exerciseActions({ get, set, tell }: Store): ExerciseActions {
  const change = (fields: Partial<Exercise>) => {
    const { exercise } = get()
    if (exercise) set({ exercise: { ...exercise, ...fields } })
  }

  const begin = (lesson: Workspace, key: string, answer?: Answer) => {
    const { exercise: other } = get()
    const before = other?.before ?? onScreen(get())
    get().show(
      {
        ...(lesson.title === undefined ? {} : { title: lesson.title }),
        policies: answer ? withLockedOf(lesson, answer.policies) : lesson.policies,
        scenarios: [...lesson.scenarios, ...(answer?.scenarios ?? [])],
      },
      { kind: 'exercise' },
    )
    const { hints = 0, solutionShown = false, seconds = 0, solved = false } = answer ?? {}
    const exercise = { lesson, key, hints, solutionShown, seconds, solved, asked: [], before }
    const { workspace } = get()
    const own = workspace.policies.find(({ name }) => !isLocked({ exercise }, name))
    const start = gradeOf({ ...get(), exercise })
    set({
      exercise: { ...exercise, asked: start ? metRows(start) : [] },
      // An answer that somebody goes on with is more than the lesson as it was opened.
      ...(answer ? { asOpened: lesson } : {}),
      ...(own ? { selectedPolicy: own.name } : {}),
    })
    get().closeBar('resume')
    get().showDetails('lesson')
    get().showPart('policies')
  }

  const goBackTo = (before: OpenWorkspace) => {
    // As if it were opened, so that what lies over another workspace goes, too.
    get().show(before.workspace, before.origin)
    set(before)
    if (isWriting(get())) get().showDetails('lesson')
  }

  return {
    startExercise: begin,

    leaveExercise: () => {
      const { exercise } = get()
      if (exercise) goBackTo(exercise.before)
    },

    startOver: () => {
      const { exercise } = get()
      if (!exercise) return
      const before = onScreen(get())
      begin(exercise.lesson, exercise.key)
      set({ notices: tell('Started over.', { kind: 'workspace', before }) })
    },

    showHint: () => {
      const { exercise, announce } = get()
      const hints = exercise?.lesson.lesson?.hints ?? []
      const hint = hints[exercise?.hints ?? 0]
      if (!exercise || hint === undefined) return
      change({ hints: exercise.hints + 1 })
      announce(`Hint ${exercise.hints + 1} of ${hints.length}: ${hint}`)
    },

    showSolution: () => change({ solutionShown: true }),

    showLessonTest: (test) => {
      const { workspace } = get()
      const index = workspace.scenarios.indexOf(test)
      if (index < 0) set({ workspace: { ...workspace, scenarios: [...workspace.scenarios, test] } })
      set({ selectedScenario: index < 0 ? workspace.scenarios.length : index })
    },

    addWorkingTime: (seconds) => {
      const { exercise } = get()
      if (exercise && !exercise.solved) change({ seconds: exercise.seconds + seconds })
    },

    noteSolved: () => {
      const { exercise, announce } = get()
      const grade = gradeOf(get())
      if (!exercise || exercise.solved || !grade?.solved) return
      change({ solved: true })
      announce(`${grade.met} of ${grade.total}. Solved.`)
    },
  }
}

/** What running the tests says in a lesson, and what it remembers for the next time. */
export function runExercise({ get, set }: Omit<Store, 'tell'>): boolean {
  const { exercise, announce, showDetails } = get()
  const grade = gradeOf(get())
  if (!exercise || !grade) return false
  showDetails('lesson')
  announce(gradeInWords(grade, exercise.asked))
  set({ exercise: { ...exercise, asked: metRows(grade) } })
  return true
}
