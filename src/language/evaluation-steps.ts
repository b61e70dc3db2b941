import type { TraceNode } from './trace-tree.ts'

/**
 * The lines of a trace in the order in which their answers are found: the parts of a statement, then the statement; the
 * statements of a layer, then the layer. What is absent or not looked at takes one step or none.
 */
export function evaluationSteps(trace: readonly TraceNode[]): readonly TraceNode[] {
  return trace.flatMap(stepsOf)
}

function stepsOf(node: TraceNode): readonly TraceNode[] {
  const within = node.children.flatMap(stepsOf)
  switch (node.kind) {
    case 'layer':
      // A layer of which the workspace has no policy is no step on the way.
      return node.children.length === 0 ? [] : [...within, node]
    case 'policy':
      // How many statements apply is what its statements have just shown.
      return node.state === 'neutral' ? [node] : within
    case 'statement':
      return [...within, node]
    case 'part':
      return [node]
    case 'value':
      return []
  }
}
