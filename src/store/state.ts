import type { Fix, PolicyType, Span } from '#policy'
import type { Expectation, Lesson, Scenario, Workspace, WorkspacePolicy } from '#workspace'
import type { Bar } from './bar.ts'
import type { ChallengeActions } from './challenge-actions.ts'
import type { ExerciseActions } from './exercise-actions.ts'
import type { Exercise } from './exercise.ts'
import type { Facts } from './facts.ts'
import type { Keeping } from './keeping.ts'
import type { Layer } from './layer.ts'
import type { Origin } from './origin.ts'
import type { Part } from './part.ts'
import type { Presenting } from './present.ts'
import type { Settings } from './settings.ts'

/**
 * All of the app's state: what a person could save, where they are in it, and how they like it shown. Verdicts,
 * findings and marks are not here: `derived.ts` computes them.
 */
export interface AppState {
  readonly workspace: Workspace
  /** What has been loaded beside the program: the checks, and what exists in AWS. */
  readonly facts: Facts
  /** The workspace as it was opened: while it is still this one, there is nothing of a person's own to lose. */
  readonly asOpened: Workspace
  readonly origin: Origin
  /** The lesson or challenge on the screen. */
  readonly exercise: Exercise | undefined
  /** Whether the challenge that is written is shared with its solution. */
  readonly solutionIncluded: boolean
  /** The visitor's own work that somebody else's workspace was opened over. */
  readonly aside: OpenWorkspace | undefined
  /** How many workspaces have been opened: the editor begins each without the undo steps of the last. */
  readonly opening: number
  /** The policies when all of them could last be read, for "Last verdict, before this edit". */
  readonly lastReadable: readonly WorkspacePolicy[] | undefined
  /** The policy in the editor, by name; undefined when the workspace has none. */
  readonly selectedPolicy: string | undefined
  readonly selectedScenario: number
  readonly focus: Focus | undefined
  readonly caret: Caret | undefined
  readonly detailsTab: DetailsTab
  readonly part: Part
  /** The check whose help page is open. */
  readonly checkPage: string | undefined
  readonly settings: Settings
  /** False once the browser has refused to keep settings. */
  readonly storage: 'kept' | 'refused'
  readonly keeping: Keeping
  /** Nothing saved before may be seen: no draft, and no name of one. What is edited is kept all the same. */
  readonly savedWorkHidden: boolean
  readonly layer: Layer | undefined
  readonly bars: readonly Bar[]
  /** The presenter view, while it is on. */
  readonly present: Presenting | undefined
  readonly notices: readonly Notice[]
  /** The sentence to be spoken next, asked for by a person rather than by a change of the verdict. */
  readonly announcement: Announcement | undefined
}

/** A place somebody asked to see. The editor follows it; `nonce` tells two wishes for the same place apart. */
export interface Focus {
  readonly policy: string
  readonly span: Span
  readonly nonce: number
}

/** Where the caret stands in a policy's text. */
export interface Caret {
  readonly policy: string
  readonly offset: number
  /** What is selected there. */
  readonly selection?: Span
}

export type DetailsTab = 'tests' | 'trace' | 'problems' | 'lesson'

export interface Announcement {
  readonly text: string
  readonly nonce: number
}

/** Something that was done, said at the edge of the screen; it stays until dismissed when it can be undone. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly undo?: Undo
}

/** What taking a step back restores. */
export type Undo =
  | { readonly kind: 'policy'; readonly policy: WorkspacePolicy; readonly index: number }
  /** Policies that were added together; what was edited since stays. */
  | { readonly kind: 'added'; readonly policies: readonly WorkspacePolicy[] }
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly index: number }
  | {
      readonly kind: 'scenarioFields'
      readonly before: Scenario
      /** What the change made of it; once that is edited further, there is no way back. */
      readonly after: Scenario
    }
  | { readonly kind: 'checkOff'; readonly check: string }
  | {
      readonly kind: 'lesson'
      /** The lesson of the workspace as it was, with the same side in hand. */
      readonly lesson: Lesson
      /** What the change made of it: what is the same in both is not put back. Absent where it was taken away. */
      readonly after?: Lesson | undefined
    }
  | { readonly kind: 'workspace'; readonly before: OpenWorkspace }

/** A workspace and where somebody was in it. */
export type OpenWorkspace = Pick<
  AppState,
  | 'workspace'
  | 'asOpened'
  | 'origin'
  | 'exercise'
  | 'lastReadable'
  | 'selectedPolicy'
  | 'selectedScenario'
  | 'solutionIncluded'
>

/** The fields of a request that can be edited; `undefined` removes one. */
export type ScenarioChange = {
  readonly [Key in keyof Omit<Scenario, 'reported'>]?: Scenario[Key] | undefined
}

/** Everything a person can do. */
export interface AppActions extends ExerciseActions, ChallengeActions {
  /** Replaces one policy's text; every other policy keeps its object, and so its reading. */
  setPolicyText: (policy: string, text: string) => void
  /** Mends a finding as one edit of the policy's text. */
  applyFix: (policy: string, fix: Fix) => void
  /** Adds a policy of this type, empty unless a text is given, selects it, and returns its name. */
  addPolicy: (type: PolicyType, text?: string) => string
  /** Adds policies as one step, under names that are free, selects the first of them, and says so, with `more` behind it. */
  addPolicies: (policies: readonly WorkspacePolicy[], more?: string) => void
  /** Renames a policy, made unique where the name is taken; expectations that name it follow. */
  renamePolicy: (policy: string, name: string) => void
  setPolicyType: (policy: string, type: PolicyType) => void
  setLevel: (policy: string, level: string) => void
  setAttachedTo: (policy: string, patterns: readonly string[]) => void
  setEnabled: (policy: string, enabled: boolean) => void
  removePolicy: (policy: string) => void
  /** Moves a policy by so many places. */
  movePolicy: (policy: string, by: number) => void
  selectPolicy: (policy: string) => void

  /** Adds a request like the selected one, without its expectation, and selects it. */
  addScenario: () => void
  duplicateScenario: (index: number) => void
  removeScenario: (index: number) => void
  /** Moves a request by so many places. */
  moveScenario: (index: number, by: number) => void
  selectScenario: (index: number) => void
  editScenario: (index: number, change: ScenarioChange) => void
  /** The same, for a removal that deserves a way back. */
  editScenarioWithUndo: (index: number, change: ScenarioChange, notice: string) => void
  /** Expects of a request what is decided now, with the statements that decide. */
  expectThis: (index: number) => void
  setExpectation: (index: number, expectation: Expectation['decision']) => void
  clearExpectation: (index: number) => void

  /** Switches a check off for this workspace, with a way back, or on again. */
  setCheckOff: (check: string, off: boolean) => void
  setTitle: (title: string) => void
  /** Shows another workspace: one of ours, or any JSON, of which everything that can be understood is read. */
  openWorkspace: (value: unknown) => void
  /** Shows a workspace out of a file or a paste as a copy of its own, and says so, with a way back. */
  openCopy: (workspace: Workspace, notice: string) => void
  /**
   * Puts a workspace that was read on the screen, without a word and without a way back: for drafts, links and lessons, whose
   * callers say themselves what happened.
   */
  show: (workspace: Workspace, origin: Origin, at?: { readonly scenario?: number }) => void
  /** Says where the workspace on screen is kept from now on. */
  keepAs: (origin: Origin) => void
  /** Goes back to what a shared workspace has put aside. */
  showAside: () => void
  /** An empty policy and a request to fill in. */
  newWorkspace: () => void

  /** Selects a policy and asks the editor to show a place in it. */
  setFocus: (policy: string, span: Span) => void
  setCaret: (caret: Caret | undefined) => void
  /** Walks the deciding statements, then the near misses. */
  goToDecidingStatement: (by: 1 | -1) => void
  /** Walks the findings of all policies. */
  goToProblem: (by: 1 | -1) => void
  showDetails: (tab: DetailsTab) => void
  /** Turns to a part of the screen, where only one is shown. */
  showPart: (part: Part) => void
  /** Opens the help page of a check. */
  openCheckPage: (check: string) => void
  closeCheckPage: () => void
  changeSettings: (change: Partial<Settings>) => void
  /** Hides what was saved before from this tab, or shows it again. */
  hideSavedWork: (hidden: boolean) => void

  /** Turns the screen into the presenter view, changes it, or leaves it. */
  setPresent: (present: Presenting | undefined) => void
  openLayer: (layer: Layer) => void
  closeLayer: () => void
  /** Says something above the regions; it takes the place of a bar of its kind. */
  showBar: (bar: Bar) => void
  closeBar: (kind: Bar['kind']) => void
  /** Says at the edge of the screen what was done. */
  tell: (text: string) => void
  dismissNotice: (id: number) => void
  undo: (id: number) => void
  /** Says a sentence to screen readers at once. */
  announce: (text: string) => void
  /** Evaluation is live, so this runs nothing: it opens the tests and says their sum. */
  runTests: () => void
}

export type App = AppState & AppActions
