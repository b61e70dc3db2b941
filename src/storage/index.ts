/** What the browser keeps: the drafts, which tab has which of them open, and what a tab remembers of itself. */

/** The drafts of this browser. */
export { draftsIn } from './drafts.ts'
export type { Drafts, SaveAt, Saved } from './drafts.ts'
export type { Draft, DraftEntry, UnreadableDraft } from './draft.ts'
export { newId } from './id.ts'

/** The database under them, and one for tests. */
export { browserRecords } from './records.ts'
export type { Records } from './records.ts'
export { recordsInMemory } from './records-in-memory.ts'
export type { MemoryRecords } from './records-in-memory.ts'

/** What a refusal means. */
export { refusalOf } from './refusal.ts'
export type { Refusal } from './refusal.ts'

/** Which tab has which draft open. */
export { browserLocks } from './draft-locks.ts'
export type { DraftLocks } from './draft-locks.ts'

/** What is known before the database answers. */
export { browserTabMemory } from './tab-memory.ts'
export type { TabMemory } from './tab-memory.ts'

/** How far somebody is with the lessons, and their answers. */
export {
  allProgress,
  loadProgress,
  progressFile,
  putProgress,
  readProgressFile,
  rememberedLesson,
  rememberLesson,
  removeProgress,
  saveProgress,
} from './progress.ts'
export type { Progress } from './progress.ts'
