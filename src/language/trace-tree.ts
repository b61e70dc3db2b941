import type { Span } from '#policy'
import type { Decision } from '#evaluator'
import type { Sources } from './verdict.ts'

/** One line of the Trace tab: layer ▸ policy ▸ statement ▸ part ▸ value. */
export interface TraceNode {
  /** Stable while the policies keep their names and order, so that a tree stays open across edits. */
  readonly id: string
  readonly kind: 'layer' | 'policy' | 'statement' | 'part' | 'value'
  readonly text: string
  readonly state: 'matched' | 'unmatched' | 'neutral'
  /** Where the editor goes when the line is chosen. */
  readonly place?: { readonly policy: string; readonly span: Span }
  readonly children: readonly TraceNode[]
}

/** The whole trace as text: the same facts as the marks in the editor. */
export function traceTree(_decision: Decision, _sources: Sources): readonly TraceNode[] {
  return []
}
