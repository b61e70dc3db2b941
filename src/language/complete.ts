import type { PolicySource, PolicyType, Span } from '#policy'
import type { AccessRequest } from '#request'

/** One thing that can stand at the caret. */
export interface Completion {
  readonly label: string
  /** The text that replaces `span`. */
  readonly insert: string
  /** `insert` holds stops: `$1`, `${2:name}`, and `$0` for the last; a literal `$`, `}` or `\` is escaped by `\`. */
  readonly snippet: boolean
  readonly span: Span
  readonly kind: 'element' | 'value' | 'operator' | 'key' | 'variable' | 'skeleton'
  /** A few words beside the label. */
  readonly detail: string
  /** A sentence or two. */
  readonly documentation: string
  /** Completions are offered in the order of this text. */
  readonly sort: string
  /** After insertion there is more to choose: ask for completions again. */
  readonly continues: boolean
}

/** What is known besides the policy itself. */
export interface Situation {
  /** The request on screen: its ARNs and context keys are offered first. */
  readonly request?: AccessRequest
}

/** What can stand at `offset`, whether or not the text parses. */
export function complete(
  _source: PolicySource,
  _type: PolicyType,
  _offset: number,
  _situation: Situation,
): readonly Completion[] {
  return []
}
