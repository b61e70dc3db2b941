/** The app's state, what is derived from it, and its side effects on the browser. */

/** Makes a store with a workspace open in it. */
export { createAppStore } from './store.ts'
export type { AppStore } from './store.ts'
/** Brings in the checks and the facts about AWS, behind the first paint. */
export { keepProgress, loadFacts } from './effects.ts'
/**
 * The drafts: `startDrafts` begins to keep what is edited and opens the last one; `backToDraft` goes to the visitor's own work from
 * wherever they are; `cleanStart` hides all saved work in this tab until `showSavedWork`; `tabDrafts` has the list of them.
 */
export {
  backToDraft,
  cleanStart,
  openDraft,
  showSavedWork,
  startDrafts,
  tabDrafts,
} from './drafts.ts'
export type { TabDrafts } from './drafts.ts'
export type { DraftKeeper, OpenedDraft } from './draft-keeper.ts'
export type { DraftShelf, RemovedDraft, ShelfOutcome, ShelvedDrafts } from './draft-shelf.ts'
export type { Keeping } from './keeping.ts'
export type { Bar } from './bar.ts'
/** Lessons and challenges: the grade of the answer on the screen, what is locked, and what belongs to the learner. */
export { exerciseKey, gradeOf, isLocked, ownScenarios, previewKey } from './exercise.ts'
export type { Answer, Exercise } from './exercise.ts'
/** A challenge that is being written: which side is in hand, what learners get of it, and what is locked. */
export { challengeOf, challengeToShare, isWriting, sideOf } from './challenge.ts'
export type { LessonChange, Side } from './challenge.ts'
export { lockedParts } from './locks.ts'
export type { LockedPart } from './locks.ts'
export type { Facts } from './facts.ts'
export type { BadLink, CourseLayer, Given, Layer, OpenLayer, ShareLayer } from './layer.ts'
export type { Origin } from './origin.ts'
export type { Part } from './part.ts'
/** The presenter view: how it begins, and what one press of a clicker makes of it. */
export { presenting, stepsShown, walk } from './present.ts'
export type { Presenting, Stage } from './present.ts'
export type {
  Announcement,
  App,
  AppActions,
  AppState,
  Caret,
  DetailsTab,
  Focus,
  Notice,
  ScenarioChange,
} from './state.ts'

/** How a person likes the app shown. */
export type { Layout, Settings, Theme } from './settings.ts'
/** The browser's storage, where it allows it. */
export { browserStorage } from './settings-storage.ts'

/** Readings, findings, decisions, marks and words, remembered by the identity of what they are made of. */
export {
  checkLimits,
  contextOf,
  decisionOf,
  explanationOf,
  findings,
  keysReadBy,
  isChecked,
  marksOf,
  situationOf,
  sourceOf,
  sourcesOf,
  unreadable,
} from './derived.ts'

/** The findings of the whole workspace by severity, and the fix of all findings of a kind. */
export { problemCounts, problemsInWords } from './problems.ts'
export type { ProblemCounts } from './problems.ts'
export { fixAll } from './fix-all.ts'
export type { FixOfAll } from './fix-all.ts'

/** Changes to offer at a place, without a finding. */
export { refactoringsAt } from './refactorings-at.ts'

/** A policy as one of another type. */
export { withType } from './workspace-edits.ts'

/** The trace as lines. */
export { traceOf } from './trace-of.ts'

/** What the verdict region has to say, and the decision on screen. */
export { shownDecision, verdictState } from './verdict-state.ts'
export type { Asked, VerdictState } from './verdict-state.ts'

/** Which field a request still needs. */
export { missingField } from './missing-field.ts'
export type { RequestField } from './missing-field.ts'

/** Every request of the workspace as a test. */
export { testResults, testSum, testSumInWords } from './tests.ts'
export type { TestResult, TestSum } from './tests.ts'
export type { ExpectationResult } from './expectation.ts'
