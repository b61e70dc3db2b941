import type { PolicySource, Span } from '#policy'
import type { Decision } from '#evaluator'

/** What a token means, and what it did in the request on screen. */
export interface Explanation {
  readonly title: string
  readonly text: string
  /** The token, and what else the text speaks about. */
  readonly spans: readonly Span[]
}

/** Explains the token at `offset`, for the strip under the editor; undefined where there is none. */
export function explainAt(
  _source: PolicySource,
  _offset: number,
  _decision?: Decision,
  _policyName?: string,
): Explanation | undefined {
  return undefined
}
