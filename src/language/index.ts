/**
 * What an editor and its panels say about a policy: marks, sentences, completions, outline.
 * All of it is plain data made from the policy's text and a decision; offsets are UTF-16.
 */

/** The statements of a policy with their marks: bar, words, and the parts that match or fail. */
export { highlights } from './highlights.ts'
export type { Mark, PartMark, StatementMark } from './highlights.ts'
/** What of a mark is drawn at the text, in the editor and where the text is only read. */
export { drawn } from './drawn.ts'
export type { Drawn } from './drawn.ts'

/** The verdict in words: heading, sentence, deciding statements, layers, near misses, notes. */
export { explainVerdict } from './verdict.ts'
export { nearDenials } from './nearest.ts'
export type { NearMiss, VerdictExplanation } from './verdict.ts'
export type { LayerWords } from './layer-words.ts'
export type { Sources, StatementPlace } from './statement-place.ts'

/** The trace as a tree of lines, each with its place in the editor. */
export { traceTree } from './trace-tree.ts'
export type { TraceNode } from './trace-tree.ts'
/** The same lines in the order in which their answers are found, for going through an evaluation step by step. */
export { evaluationSteps } from './evaluation-steps.ts'

/** What is not modelled and could change this answer. */
export { limits } from './limits.ts'

/** The request as a sentence, in pieces. */
export { requestSentence } from './request-sentence.ts'
export type { SentencePart } from './request-sentence.ts'

/** The context keys that policies read, for the request's fields. */
export { keysRead } from './keys-read.ts'
export type { KeyRead } from './keys-read.ts'

/** What the token at an offset means and did: the strip under the editor, and the hover. */
export { explainAt } from './explain-at.ts'
export type { Explanation } from './explain-at.ts'

/** A few words behind wildcards and effects: how many actions they come to. */
export { lenses } from './lenses.ts'
export type { Lens } from './lenses.ts'

/** The same help for the boxes of a request: ranked lists with what was matched. */
export {
  suggestActions,
  suggestContextKeys,
  suggestContextValues,
  suggestPrincipals,
  suggestResources,
  suggestTagNames,
} from './suggest.ts'
export type { Suggestion } from './suggest.ts'

/** What can be written at an offset. */
export { complete } from './complete.ts'
export type { Completion, Situation } from './completion.ts'

/** Statements and their elements by name. */
export { outline } from './outline.ts'
export type { OutlineItem } from './outline.ts'

/** What can be folded. */
export { foldingRanges } from './folding.ts'
