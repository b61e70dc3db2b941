/** Why drafts aren't kept: the browser's storage is full, or there is none to be had. */
export type Refusal = 'full' | 'refused'

/** What a rejected promise of the drafts means. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'refused'
