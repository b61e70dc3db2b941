/** Permalinks: a workspace in a URL fragment, and back. */
export { openPermalink, permalink, type OpenedLink } from './permalink.ts'
export type { Focus } from './focus.ts'
