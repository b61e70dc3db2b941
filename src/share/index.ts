/** Everything that leaves the page and comes back: permalinks, links of other tools, exports, and a redacted copy. */
export { openPermalink, permalink, type NewerLink, type OpenedLink } from './permalink.ts'
export type { Focus } from './focus.ts'
export { openInbound } from './inbound.ts'
export {
  describeProblem,
  lengthWords,
  linkLength,
  openedWords,
  sharedBar,
  type LinkAction,
  type LinkButton,
  type LinkLength,
  type LinkMessage,
} from './link-words.ts'
