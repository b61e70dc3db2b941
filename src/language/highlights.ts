import type { Span } from '#policy'
import type { Decision, StatementRef } from '#evaluator'

/**
 * What became of a statement in one request:
 * - `allows`, `denies`: it matches, and the verdict rests on it;
 * - `overruled`: an Allow that matches, beaten by an explicit deny;
 * - `limited`: an Allow that matches, without effect because another layer does not allow it too;
 * - `nearMiss`: an Allow that would have helped, and one part of it does not match;
 * - `notApplied`: a part does not match, or a fault makes it match nothing;
 * - `notConsulted`: its policy plays no part in this request.
 */
export type Mark =
  'allows' | 'denies' | 'overruled' | 'limited' | 'nearMiss' | 'notApplied' | 'notConsulted'

/** One element or condition of a statement, and whether it matches the request. */
export interface PartMark {
  /** The value that matches or fails; the name of the element where its values fail together. */
  readonly span: Span
  readonly met: boolean
  /** The reason: "is eu-central-1", "aws:MultiFactorAuthPresent isn't in the request". */
  readonly words: string
}

/** A statement with its mark, and with the words that stand at the end of its first line. */
export interface StatementMark {
  readonly ref: StatementRef
  /** The whole statement. */
  readonly span: Span
  readonly mark: Mark
  readonly words: string
  readonly parts: readonly PartMark[]
}

/** The marks of one policy's statements, in the order of the text. */
export function highlights(_decision: Decision, _policyName: string): readonly StatementMark[] {
  return []
}
