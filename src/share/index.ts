/** Everything that leaves the page and comes back: permalinks, links of other tools, exports, and a redacted copy. */
export { openPermalink, permalink, type NewerLink, type OpenedLink } from './permalink.ts'
export type { Focus } from './focus.ts'
export { openInbound } from './inbound.ts'
export {
  describeProblem,
  lengthWords,
  linkLength,
  openedWords,
  partlyReadWords,
  sharedBar,
  type LinkAction,
  type LinkButton,
  type LinkLength,
  type LinkMessage,
} from './link-words.ts'
export { toMarkdown, type Exhibit, type ExhibitedPolicy } from './markdown.ts'
export { toChatText } from './chat-text.ts'
export { toSourceComment, type CommentMark } from './source-comment.ts'
export { toEmbedCode } from './embed-code.ts'
export { leftOutWords, toSimulateCommand, type LeftOut, type SimulateCommand } from './aws-cli.ts'
export { identifiersIn, kindWords, redact, redactionWords, type Redaction } from './redact.ts'
export type { Identifier, IdentifierKind, Search } from './identifiers.ts'
