import type { Scenario } from '#workspace'
import {
  challengeOf,
  challengeToShare,
  copiedAcross,
  isWriting,
  onSide,
  sideOf,
  withLesson,
  type LessonChange,
  type Side,
} from './challenge.ts'
import { previewKey } from './exercise.ts'
import { withPolicyLock, withSelectionLocked } from './locks.ts'
import { onScreen } from './on-screen.ts'
import type { App, AppState, Undo } from './state.ts'

/** What an author does with a challenge. */
export interface ChallengeActions {
  /** Makes a challenge of what is on the screen: its policies are the start, its requests the tests. */
  writeChallenge: () => void
  /** Takes the lesson off the workspace, with a way back. */
  stopWriting: () => void
  editLesson: (change: LessonChange) => void
  /** Puts the start or the solution in hand; the other waits. */
  editSide: (side: Side) => void
  /** Takes what is in hand for the other side, too, with a way back. */
  copyAcross: () => void
  lockPolicy: (policy: string, locked: boolean) => void
  /** Locks the statements at the caret or in the selection, and says which. */
  lockSelection: () => void
  /** Adds a test and turns the screen to it. */
  addTest: (test: Scenario) => void
  /** Whether a shared challenge holds the solution. */
  includeSolution: (included: boolean) => void
  /** Begins the challenge as a learner would; leaving it comes back to writing. */
  previewChallenge: () => void
}

interface Store {
  readonly get: () => App
  readonly set: (change: Partial<AppState>) => void
  readonly go: (workspace: AppState['workspace'], more?: Partial<AppState>) => void
  readonly tell: (text: string, undo?: Undo) => AppState['notices']
}

/** The actions of those who write challenges. */
export function challengeActions({ get, set, go, tell }: Store): ChallengeActions {
  return {
    writeChallenge: () => {
      const { workspace, exercise, show, showDetails } = get()
      if (exercise) {
        const before = onScreen(get())
        show({ ...workspace, lesson: { kind: 'challenge' } }, { kind: 'sample' })
        set({
          notices: tell('Started a challenge from this lesson.', { kind: 'workspace', before }),
        })
      } else if (!workspace.lesson) go({ ...workspace, lesson: { kind: 'challenge' } })
      showDetails('lesson')
    },

    stopWriting: () => {
      if (!isWriting(get())) return
      get().editSide('start')
      const { lesson, ...workspace } = get().workspace
      if (!lesson) return
      go(workspace, {
        detailsTab: 'tests',
        notices: tell('Stopped writing the challenge. Policies and requests stay.', {
          kind: 'lesson',
          lesson,
        }),
      })
    },

    editLesson: (change) => go(withLesson(get().workspace, change)),

    editSide: (side) => {
      const { workspace, selectedPolicy, opening, announce } = get()
      const next = onSide(workspace, side)
      if (next === workspace) return
      const isThere = next.policies.some(({ name }) => name === selectedPolicy)
      go(next, {
        // The editor's steps back belong to the other text.
        opening: opening + 1,
        ...(isThere ? {} : { selectedPolicy: next.policies[0]?.name }),
        focus: undefined,
        caret: undefined,
        notices: [],
      })
      announce(`Editing the ${side}.`)
    },

    copyAcross: () => {
      const { workspace } = get()
      const { lesson } = workspace
      if (!lesson) return
      const words =
        sideOf(workspace) === 'start'
          ? 'The present policies are your solution.'
          : 'The present policies are the start.'
      const next = copiedAcross(workspace)
      go(next, { notices: tell(words, { kind: 'lesson', lesson, after: next.lesson }) })
    },

    lockPolicy: (policy, locked) => go(withPolicyLock(get().workspace, policy, locked)),

    lockSelection: () => {
      const { workspace, selectedPolicy, caret } = get()
      const policy = workspace.policies.find(({ name }) => name === selectedPolicy)
      const { lesson } = workspace
      if (!policy || !lesson || !isWriting(get())) return
      const here = caret?.policy === policy.name ? caret : undefined
      const none = { start: -1, end: -1 }
      const selection = here?.selection ?? (here ? { start: here.offset, end: here.offset } : none)
      const outcome = withSelectionLocked(workspace, policy, selection)
      switch (outcome.kind) {
        case 'statements':
        case 'policy': {
          const what =
            outcome.kind === 'policy'
              ? policy.name
              : `${outcome.names.join(', ')} in ${policy.name}`
          const after = outcome.workspace.lesson
          go(outcome.workspace, {
            notices: tell(`Locked: ${what}.`, { kind: 'lesson', lesson, after }),
          })
          break
        }
        case 'alreadyLocked':
          set({ notices: tell('That is locked already.') })
          break
        case 'notInTheStart':
          set({ notices: tell('Only what is in the start can be locked.') })
      }
    },

    addTest: (test) => {
      const { workspace } = get()
      go(
        { ...workspace, scenarios: [...workspace.scenarios, test] },
        {
          selectedScenario: workspace.scenarios.length,
          notices: tell(`Added the test “${test.name}”. Name it as a sentence.`),
        },
      )
    },

    includeSolution: (solutionIncluded) => set({ solutionIncluded }),

    previewChallenge: () => {
      const { workspace, solutionIncluded, startExercise } = get()
      if (!isWriting(get())) return
      // With the policies' own identities, so that nothing is read twice.
      startExercise(challengeToShare(challengeOf(workspace), solutionIncluded), previewKey)
    },
  }
}
