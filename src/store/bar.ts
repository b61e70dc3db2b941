import type { Collected } from '#lessons'
import type { Refusal } from '#storage'
import type { ReadProblem } from '#workspace'

/** Something that stays true for a while and is said above the regions, at most one of a kind. Each has a row in the app's table of bars. */
export type Bar =
  /** Somebody else's workspace, or a redacted copy of one's own: not the visitor's draft. */
  | {
      readonly kind: 'shared'
      readonly from: 'link' | 'redaction'
      readonly title: string | undefined
    }
  /** What of the opened link could not be read. */
  | { readonly kind: 'partlyRead'; readonly problems: readonly ReadProblem[] }
  /** A lesson that was open when the page was left. */
  | {
      readonly kind: 'resume'
      readonly key: string
      readonly title: string
      readonly met: number
      readonly total: number
    }
  /** The results of a class that a trainer collected: they live here, and no longer than the tab. */
  | { readonly kind: 'results'; readonly collected: Collected }
  /** The draft is open in another tab, too: this one goes on under an id of its own. */
  | { readonly kind: 'otherTab' }
  /** The browser keeps no drafts. */
  | { readonly kind: 'notKept'; readonly why: Refusal }
  /** A newer version of the app is ready to be loaded. */
  | { readonly kind: 'update' }
