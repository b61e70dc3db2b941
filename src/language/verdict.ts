import type { PolicySource, PolicyType, Span } from '#policy'
import type { Decision, StatementRef, Step } from '#evaluator'

/** The policies of a workspace as read, by name: where words need lines, they are counted in these texts. */
export type Sources = ReadonlyMap<string, PolicySource>

/** A statement by name and place. */
export interface StatementPlace {
  readonly ref: StatementRef
  readonly policyName: string
  /** The Sid, else "statement 2". */
  readonly name: string
  readonly span: Span
  /** "lines 4–13", "line 4"; empty for a policy whose text is not at hand. */
  readonly lines: string
}

/** One kind of policy, at one level of the organization, and what it says to the request. */
export interface LayerWords {
  readonly type: PolicyType
  readonly level?: string
  /** "Identity", "SCP at root". */
  readonly label: string
  readonly outcome: Step['outcome']
  /** One sentence. */
  readonly words: string
}

/** A statement that came close, and the one thing that keeps it from matching. */
export interface NearMiss {
  readonly ref: StatementRef
  readonly name: string
  readonly span: Span
  /** "Closest: statement 2 (app-role, lines 9–14). Only the resource differs." */
  readonly words: string
}

/** A verdict in words, for the verdict region, the terminal and a lesson's feedback. */
export interface VerdictExplanation {
  readonly heading: 'Allowed' | 'Denied: explicit deny' | 'Denied: nothing allows it'
  readonly sentence: string
  /** The deciding statements. */
  readonly statements: readonly StatementPlace[]
  readonly layers: readonly LayerWords[]
  /** For an implicit deny, the closest first. */
  readonly nearest: readonly NearMiss[]
  /** What else to know: a policy that was not read, what is not modelled. */
  readonly notes: readonly string[]
}

/** Says what was decided and why. */
export function explainVerdict(_decision: Decision, _sources: Sources): VerdictExplanation {
  return { heading: 'Allowed', sentence: '', statements: [], layers: [], nearest: [], notes: [] }
}
