/** How it stands with the workspace on the screen among the drafts of this browser. */
export type Keeping =
  /** Nothing of one's own yet, or kept by others: samples, copies, exercises. */
  | 'notOurs'
  | 'saving'
  | 'saved'
  /** The browser refuses; it is tried again. */
  | 'notKept'
