/** Where the workspace on screen came from, and so where it is kept once it is edited. */
export type Origin =
  /** The starter, an example, a new workspace: becomes a draft at the first edit. */
  | { readonly kind: 'sample' }
  /** A link or a file: a copy of its own, which becomes a draft at the first edit or when it is to be kept. */
  | { readonly kind: 'copy' }
  /** A draft in this browser. */
  | { readonly kind: 'draft'; readonly id: string }
  /** An answer to a lesson or challenge: kept with the progress, not among the drafts. */
  | { readonly kind: 'exercise' }
