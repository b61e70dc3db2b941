import type { Located, Span } from '#policy'
import type { ClauseTrace, ConditionTrace, PrincipalTrace, StatementTrace } from '#evaluator'
import type { AccessRequest } from '#request'
import { actionWords, nearestAction } from './action-words.ts'
import { conditionDifference, conditionSentence, conditionWords } from './condition-words.ts'
import { principalWords } from './principal-words.ts'
import { resourceWords } from './resource-words.ts'

/** One thing that must match for a statement to apply: an element, or one condition. */
export type Part = {
  /** The element's name, or the condition's key, as written. */
  readonly name: Located<string>
  /** Everything that belongs to it. */
  readonly whole: Span
  readonly met: boolean
  /** The smallest place that decides: a value, or the name where its values decide together. */
  readonly span: Span
  readonly words: string
  /** "resource differs": a few words for an unmet part. */
  readonly difference: string
  /** "only the resource differs": for a statement that lacks nothing else. */
  readonly alone: string
} & (
  | { readonly kind: 'principal'; readonly trace: PrincipalTrace }
  | { readonly kind: 'action' | 'resource'; readonly trace: ClauseTrace }
  | { readonly kind: 'condition'; readonly trace: ConditionTrace }
)

/** The parts of a statement, in the order of its text. */
export function partsOf(statement: StatementTrace, request: AccessRequest): readonly Part[] {
  const { principal, action, resource, conditions } = statement
  const parts: Part[] = []
  if (principal) parts.push(principalPart(principal, request))
  if (action) parts.push(actionPart(action, request))
  if (resource) parts.push(resourcePart(resource, request))
  for (const condition of conditions) parts.push(conditionPart(condition))
  return parts.sort((a, b) => a.whole.start - b.whole.start)
}

function principalPart(trace: PrincipalTrace, { principal }: AccessRequest): Part {
  const { clause, matched, patterns } = trace
  const fitting = patterns.find(({ strength }) => strength !== undefined)?.pattern
  return {
    kind: 'principal',
    trace,
    name: clause.key,
    whole: clause.span,
    met: matched,
    span: deciding(
      clause.key,
      fitting,
      patterns.map(({ pattern }) => pattern),
      clause.negated,
    ),
    words: principalWords(trace, principal),
    difference: 'principal differs',
    alone: 'only the principal differs',
  }
}

function actionPart(trace: ClauseTrace, { action }: AccessRequest): Part {
  const near = trace.matched || trace.clause.negated ? undefined : nearestAction(trace, action)
  const tiny = near?.difference === 'service' || near?.difference === 'oneEdit'
  const part = clausePart('action', trace, actionWords(trace, action))
  if (!tiny) return part
  // Of several actions the mistyped one is the one to look at.
  const value = trace.patterns.find(({ pattern }) => pattern.value === near.pattern)
  const alone =
    near.difference === 'service'
      ? part.words.replace('only the service', "only the action's service")
      : part.words.replace('one character', 'one character of the action')
  return { ...part, span: value?.pattern.span ?? part.span, alone }
}

function resourcePart(trace: ClauseTrace, { resource }: AccessRequest): Part {
  const part = clausePart('resource', trace, resourceWords(trace, resource))
  const [only, another] = trace.patterns
  const variable = only && !another && !trace.clause.negated ? only.unresolved : undefined
  return variable === undefined
    ? part
    : {
        ...part,
        difference: `\${${variable}} has no value`,
        alone: `only \${${variable}} has no value in this request`,
      }
}

function clausePart(kind: 'action' | 'resource', trace: ClauseTrace, words: string): Part {
  const { clause, matched, patterns } = trace
  const fitting = patterns.find((pattern) => pattern.matched)?.pattern
  return {
    kind,
    trace,
    name: clause.key,
    whole: clause.span,
    met: matched,
    span: deciding(clause.key, fitting, clause.patterns, clause.negated),
    words,
    difference: `${kind} differs`,
    alone: `only the ${kind} differs`,
  }
}

/**
 * Where to look: at the value that fits, for it includes or excepts the request; at the only value where it does not fit; at the
 * name where no single value is to blame.
 */
function deciding(
  name: Located<string>,
  fitting: Located<string> | undefined,
  values: readonly Located<string>[],
  negated: boolean,
): Span {
  if (fitting) return fitting.span
  const [only, another] = values
  return only && !another && !negated ? only.span : name.span
}

function conditionPart(trace: ConditionTrace): Part {
  const { clause, matched } = trace
  return {
    kind: 'condition',
    trace,
    name: clause.key,
    whole: clause.span,
    met: matched,
    span: conditionSpan(trace),
    words: conditionWords(trace),
    difference: conditionDifference(trace),
    alone: `only a condition isn't met: ${conditionSentence(trace)}`,
  }
}

function conditionSpan({ clause, matched, outcome, patterns }: ConditionTrace): Span {
  const { operator, operatorName, key, values } = clause
  if (!operator) return operatorName.span
  if (outcome !== 'valueMatched' && outcome !== 'noValueMatched') return key.span
  const fitting = patterns.find((pattern) => pattern.matched)?.pattern
  // A fitting value makes a positive operator true and a negated one false; otherwise it is not to blame.
  if (matched !== operator.negated) return deciding(key, fitting, values, false)
  return fitting ? key.span : deciding(key, undefined, values, operator.negated)
}
