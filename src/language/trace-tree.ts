import { statementName, type Span } from '#policy'
import type { Decision, PolicyTrace, StatementTrace, Step } from '#evaluator'
import type { AccessRequest } from '#request'
import { actionMissWords } from './action-words.ts'
import { conditionValueWords } from './condition-words.ts'
import { layerLabel, layerWords } from './layer-words.ts'
import { partsOf, type Part } from './parts.ts'
import { principalMissWords, strengthWords } from './principal-words.ts'
import { faultWords, notConsultedWords } from './reasons.ts'
import { resourceMissWords } from './resource-words.ts'
import type { Sources } from './statement-place.ts'
import { linesOf, listed, sentence, shown, typeNames } from './words.ts'

/** One line of the Trace tab: layer ▸ policy ▸ statement ▸ part ▸ value. */
export interface TraceNode {
  /** Stable while the policies keep their names and order, so that a tree stays open across edits. */
  readonly id: string
  readonly kind: 'layer' | 'policy' | 'statement' | 'part' | 'value'
  readonly text: string
  /** What the line is about, without what came of it. */
  readonly name: string
  readonly state: 'matched' | 'unmatched' | 'neutral'
  /** Where the editor goes when the line is chosen. */
  readonly place?: { readonly policy: string; readonly span: Span }
  readonly children: readonly TraceNode[]
}

/** The whole trace as text: the same facts as the marks in the editor. */
export function traceTree(decision: Decision, sources: Sources): readonly TraceNode[] {
  return decision.steps.map((step) => layerNode(step, decision, sources))
}

const layerStates = {
  allows: 'matched',
  denies: 'matched',
  silent: 'unmatched',
  notConsulted: 'neutral',
  absent: 'neutral',
} as const satisfies Record<Step['outcome'], TraceNode['state']>

function layerNode(step: Step, decision: Decision, sources: Sources): TraceNode {
  const id = step.level === undefined ? step.type : `${step.type}@${step.level}`
  return {
    id,
    kind: 'layer',
    text: `${layerLabel(step, decision)}: ${layerWords(step, decision, sources).words}`,
    name: layerLabel(step, decision),
    state: layerStates[step.outcome],
    children: step.policies.map((policy) => policyNode(policy, id, decision, sources)),
  }
}

function policyNode(
  { policy, notConsulted, statements }: PolicyTrace,
  parent: string,
  { request }: Decision,
  sources: Sources,
): TraceNode {
  const id = `${parent}/${policy.name}`
  const name = `${sentence(typeNames[policy.type])} ${policy.name}`
  const applying = statements.filter(({ applies }) => applies).length
  const words =
    notConsulted === undefined
      ? `${applying} of ${statements.length} ${statements.length === 1 ? 'statement applies' : 'statements apply'}`
      : `not consulted: ${notConsultedWords(notConsulted, sources.get(policy.name)?.text)}`
  return {
    id,
    kind: 'policy',
    text: `${name}: ${words}`,
    name,
    state: notConsulted !== undefined ? 'neutral' : applying > 0 ? 'matched' : 'unmatched',
    ...(policy.document && { place: { policy: policy.name, span: policy.document.span } }),
    children: statements.map((trace) => statementNode(trace, id, request, sources)),
  }
}

function statementNode(
  trace: StatementTrace,
  parent: string,
  request: AccessRequest,
  sources: Sources,
): TraceNode {
  const { statement, ref, applies, faults } = trace
  const id = `${parent}/${ref.statement}`
  const source = sources.get(ref.policy)
  const where = source ? ` (${linesOf(source, statement.span)})` : ''
  const name = `${sentence(statementName(statement))}${where}`
  const effect = statement.effect ? `${statement.effect.value}, ` : ''
  const at = (span: Span) => ({ policy: ref.policy, span })
  return {
    id,
    kind: 'statement',
    text: `${name}: ${effect}${applies ? 'applies' : faults.length > 0 ? 'matches nothing' : "doesn't apply"}`,
    name,
    state: applies ? 'matched' : 'unmatched',
    place: at(statement.span),
    children: [
      ...faults.map((fault, index): TraceNode => ({
        id: `${id}/fault${index}`,
        kind: 'part',
        text: sentence(faultWords(fault)),
        name: 'Fault',
        state: 'unmatched',
        place: at(fault.span),
        children: [],
      })),
      ...partsOf(trace, request).map((part, index) =>
        partNode(part, `${id}/${index}`, request, at),
      ),
    ],
  }
}

type At = (span: Span) => NonNullable<TraceNode['place']>

function partNode(part: Part, id: string, request: AccessRequest, at: At): TraceNode {
  const name =
    part.kind === 'condition'
      ? `Condition ${part.trace.clause.operatorName.value} on ${part.name.value}`
      : part.name.value
  return {
    id,
    kind: 'part',
    text: `${name} ${part.met ? 'matches' : "doesn't match"}: ${part.words}`,
    name,
    state: part.met ? 'matched' : 'unmatched',
    place: at(part.span),
    children: valuesOf(part, request).map(({ text, matched, span }, index) => ({
      id: `${id}/${index}`,
      kind: 'value',
      text,
      name: text,
      state: matched === undefined ? 'neutral' : matched ? 'matched' : 'unmatched',
      ...(span && { place: at(span) }),
      children: [],
    })),
  }
}

interface ValueLine {
  readonly text: string
  readonly matched?: boolean
  readonly span?: Span
}

function valuesOf(part: Part, request: AccessRequest): readonly ValueLine[] {
  switch (part.kind) {
    case 'principal':
      return part.trace.patterns.map(({ pattern, strength }) => ({
        text: `${pattern.kind} ${pattern.value}: ${strength === undefined ? principalMissWords(pattern, request.principal) : strengthWords(strength)}`,
        matched: strength !== undefined,
        span: pattern.span,
      }))
    case 'action':
      return part.trace.patterns.map(({ pattern, matched }) => ({
        text: `${pattern.value}: ${matched ? `matches ${request.action.text}` : actionMissWords(pattern.value, request.action)}`,
        matched,
        span: pattern.span,
      }))
    case 'resource':
      return part.trace.patterns.map((trace) => ({
        text: `${withResolved(trace.pattern.value, trace.resolved)}: ${trace.matched ? `matches ${request.resource.arn}` : resourceMissWords(trace, request.resource)}`,
        matched: trace.matched,
        span: trace.pattern.span,
      }))
    case 'condition': {
      const { values, clause } = part.trace
      const asked = values === undefined ? 'absent' : listed(values.map(shown))
      return [
        { text: `In the request: ${asked}` },
        ...clause.values.map(({ value, span }, index) => ({
          text: `${shown(value)}: ${conditionValueWords(part.trace, index)}`,
          matched: part.trace.patterns[index]?.matched ?? false,
          span,
        })),
      ]
    }
  }
}

function withResolved(text: string, resolved: string | undefined): string {
  return resolved === undefined || resolved === text ? text : `${text}, which is ${resolved} here`
}
