import type { Span } from '#policy'
import type { Decision, StatementRef, Verdict } from '#evaluator'
import { layerWords, type LayerWords } from './layer-words.ts'
import { limits } from './limits.ts'
import { nearStatements, type NearStatement } from './nearest.ts'
import { notConsultedWords, ruleWords } from './reasons.ts'
import {
  findStatement,
  statementPhrase,
  statementPlace,
  type Sources,
  type StatementPlace,
} from './statement-place.ts'
import { verdictSentence } from './verdict-sentence.ts'
import { sentence } from './words.ts'

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

const headings = {
  allow: 'Allowed',
  explicitDeny: 'Denied: explicit deny',
  implicitDeny: 'Denied: nothing allows it',
} as const satisfies Record<Verdict, VerdictExplanation['heading']>

/** Near misses beyond these are no longer near. */
const mostNearest = 3

/** Says what was decided and why. */
export function explainVerdict(decision: Decision, sources: Sources): VerdictExplanation {
  const near = nearStatements(decision).slice(0, mostNearest)
  return {
    heading: headings[decision.verdict],
    sentence: verdictSentence(decision, sources),
    statements: decision.decidedBy.flatMap((ref) => {
      const trace = findStatement(decision, ref)
      return trace ? [statementPlace(trace, sources)] : []
    }),
    layers: decision.steps.map((step) => layerWords(step, decision, sources)),
    nearest: near.map((statement, index) => nearMissWords(statement, index, sources)),
    notes: [...unreadNotes(decision, sources), ...ruleNotes(decision), ...limits(decision.request)],
  }
}

function nearMissWords({ trace, part }: NearStatement, index: number, sources: Sources): NearMiss {
  const place = statementPlace(trace, sources)
  const first = index === 0 ? 'Closest' : 'Also close'
  return {
    ref: place.ref,
    name: place.name,
    span: place.span,
    words: `${first}: ${statementPhrase(place)}. ${sentence(part.alone)}.`,
  }
}

function unreadNotes(decision: Decision, sources: Sources): string[] {
  return decision.steps
    .flatMap(({ policies }) => policies)
    .filter(({ notConsulted }) => notConsulted === 'unread')
    .map(
      ({ policy: { name } }) =>
        `${name} plays no part: ${notConsultedWords('unread', sources.get(name)?.text)}.`,
    )
}

function ruleNotes({ rule, request, verdict }: Decision): string[] {
  // Where the rule is the answer the sentence says it already.
  if (rule === 'noPermissionNeeded' || rule === 'rootCannotAssumeRole') return []
  const words = verdict === 'explicitDeny' ? undefined : ruleWords(rule, request.action.text)
  return words === undefined ? [] : [words]
}
