import type { Decision } from '#evaluator'
import { traceTree, type Sources, type TraceNode } from '#language'
import { memoizedPair } from './memo.ts'

// Apart from derived.ts, because the first screen shows no trace: it is loaded with the panel that does.

/** A decision's trace as lines. */
export const traceOf: (decision: Decision, sources: Sources) => readonly TraceNode[] =
  memoizedPair(traceTree)
