import type { PolicyType, Span } from '#policy'
import type { Decision, NotConsulted, StatementRef, StatementTrace } from '#evaluator'
import { findPolicy, nearMiss, wouldHelp } from './nearest.ts'
import { partsOf, type Part } from './parts.ts'
import { faultWords, notConsultedWords, withoutEffectWords } from './reasons.ts'
import { listed, typeNames } from './words.ts'

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
export function highlights(decision: Decision, policyName: string): readonly StatementMark[] {
  const found = findPolicy(decision, policyName)
  if (!found) return []
  const { step, trace } = found
  const context: Context = {
    decision,
    notConsulted: trace.notConsulted,
    type: step.type,
    near: decision.verdict === 'implicitDeny' && wouldHelp(step, decision),
  }
  return trace.statements.map((statement) => {
    const parts = partsOf(statement, decision.request)
    return {
      ref: statement.ref,
      span: statement.statement.span,
      ...markOf(statement, parts, context),
      parts: parts.map(({ span, met, words }) => ({ span, met, words })),
    }
  })
}

interface Context {
  readonly decision: Decision
  readonly notConsulted: NotConsulted | undefined
  readonly type: PolicyType
  /** Whether an allow in this layer would have helped. */
  readonly near: boolean
}

function markOf(
  trace: StatementTrace,
  parts: readonly Part[],
  { decision, notConsulted, type, near }: Context,
): Pick<StatementMark, 'mark' | 'words'> {
  if (notConsulted !== undefined)
    return { mark: 'notConsulted', words: `not consulted: ${notConsultedWords(notConsulted)}` }
  if (!trace.applies) {
    const mark = near && nearMiss(trace, decision) ? 'nearMiss' : 'notApplied'
    return { mark, words: notAppliedWords(trace, parts) }
  }
  if (trace.statement.effect?.value === 'Deny')
    return { mark: 'denies', words: '⛔ denies this request' }
  switch (decision.verdict) {
    case 'allow':
      return { mark: 'allows', words: '✓ allows this request' }
    case 'explicitDeny':
      return { mark: 'overruled', words: 'allows, but overruled' }
    case 'implicitDeny':
      return { mark: 'limited', words: limitedWords(type, trace, decision) }
  }
}

/** "not applied: resource differs", "not applied: action and resource differ, aws:SourceIp is absent". */
function notAppliedWords({ faults }: StatementTrace, parts: readonly Part[]): string {
  const [fault] = faults
  if (fault) return `matches nothing: ${faultWords(fault)}`
  const unmet = [...new Set(parts.filter(({ met }) => !met).map(({ difference }) => difference))]
  const differing = unmet
    .filter((text) => text.endsWith(' differs'))
    .map((text) => text.slice(0, -' differs'.length))
  const rest = unmet.filter((text) => !text.endsWith(' differs'))
  const differ = differing.length > 1 ? 'differ' : 'differs'
  const all = [...(differing.length > 0 ? [`${listed(differing)} ${differ}`] : []), ...rest]
  return `not applied: ${all.join(', ')}`
}

/** Why a matching Allow changes nothing. */
function limitedWords(type: PolicyType, { principal }: StatementTrace, decision: Decision): string {
  const { missing } = decision
  if (type !== 'identity' && type !== 'resource')
    return `allows, but ${typeNames[type] === 'SCP' ? 'an SCP' : `a ${typeNames[type]}`} alone grants nothing`
  if (principal?.strength === 'delegation' && missing.some(({ kind }) => kind === 'identity'))
    return "leaves it to the account, whose own policies don't allow it"
  const [first] = missing
  return first ? `allows, but ${withoutEffectWords(first)}` : 'allows, without effect'
}
