import {
  hasVariables,
  parsePattern,
  resolveVariables,
  type ConditionClause,
  type ConditionOperator,
  type Located,
  type Resolution,
} from '#policy'
import type { Context } from '#request'
import type { ConditionOutcome, ConditionTrace, PatternTrace } from './decision.ts'
import type { Matcher } from './operators/matcher.ts'
import { matchers } from './operators/table.ts'
import { completing } from './variables.ts'

/** A compiled operator-and-key pair. */
export type CompiledCondition = (context: Context) => ConditionTrace

/**
 * One operator with one key. Set operators, negation, `IfExists` and absent keys live here, once for all operators.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function compileCondition(clause: ConditionClause, variables: boolean): CompiledCondition {
  const { operator } = clause
  const key = clause.key.value.toLowerCase()
  const judge = !operator
    ? unknownOperator(clause)
    : operator.base === 'Null'
      ? compileNull(clause, operator)
      : compileComparison(clause, operator, matchers[operator.base], variables)
  // Without variables the answer depends on the key's values alone, so it is kept until they change.
  const lasting = !(variables && clause.values.some(({ value }) => value.includes('${')))
  let last: ConditionTrace | undefined
  return (context) => {
    const values = context.get(key)?.values
    if (last && lasting && sameTexts(last.values, values)) return last
    last = { clause, values, ...judge(values, context) }
    return last
  }
}

/** The part of a trace that is not known beforehand. */
type Judge = (
  values: readonly string[] | undefined,
  context: Context,
) => Pick<ConditionTrace, 'matched' | 'outcome' | 'patterns'>

function sameTexts(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === b) return true
  if (a?.length !== b?.length || !a || !b) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** The two traces of a value without variables. */
interface PlainTraces {
  readonly hit: PatternTrace
  readonly miss: PatternTrace
}

function plainTraces(pattern: Located<string>, resolved?: string): PlainTraces {
  const rest = resolved === undefined ? {} : { resolved }
  return { hit: { pattern, matched: true, ...rest }, miss: { pattern, matched: false, ...rest } }
}

function unknownOperator(clause: ConditionClause): Judge {
  const patterns = clause.values.map((value) => plainTraces(value).miss)
  const verdict = { matched: false, outcome: 'unknownOperator', patterns } as const
  return () => verdict
}

function compileNull(clause: ConditionClause, operator: ConditionOperator): Judge {
  const wanted = clause.values.map(({ value }) => value.toLowerCase())
  const traces = clause.values.map((value) => plainTraces(value))
  return (values) => {
    const answer = values === undefined ? 'true' : 'false'
    const patterns = traces.map(({ hit, miss }, index) => (wanted[index] === answer ? hit : miss))
    if (operator.set)
      return { matched: operator.set === 'ForAllValues', outcome: 'nullWithSetOperator', patterns }
    const outcome = values === undefined ? 'absence' : 'presence'
    return { matched: wanted.includes(answer), outcome, patterns }
  }
}

/** One value of the policy, ready to compare with those of a request. */
interface Wanted {
  /** Undefined when it is not of the operator's type, or a variable in it has no value: nothing fits it. */
  readonly value: unknown
  readonly traces: PlainTraces
}

function compileWanted(
  pattern: Located<string>,
  { entry }: ConditionOperator,
  matcher: Matcher<unknown, unknown>,
  variables: boolean,
): (context: Context) => Wanted {
  const pieces = parsePattern(pattern.value, {
    wildcards: entry.wildcards === true,
    variables: variables && entry.variables === true,
  })
  const make = (completion: Resolution): Wanted => {
    if (completion.kind === 'resolved')
      return {
        value: matcher.wanted(completion.pieces, completion.text),
        traces: plainTraces(pattern, hasVariables(pieces) ? completion.text : undefined),
      }
    const miss = { pattern, matched: false, unresolved: completion.variable }
    return { value: undefined, traces: { hit: miss, miss } }
  }
  if (hasVariables(pieces)) return completing(pieces, make)
  const fixed = make(resolveVariables(pieces, () => undefined))
  return () => fixed
}

function compileComparison(
  clause: ConditionClause,
  operator: ConditionOperator,
  matcher: Matcher<unknown, unknown>,
  variables: boolean,
): Judge {
  const wanted = clause.values.map((value) => compileWanted(value, operator, matcher, variables))
  const misses = clause.values.map((value) => plainTraces(value).miss)
  // To a set operator a key whose value "resolves to a null dataset, such as an empty string" is one without values:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const whenAbsent = { ...absent(operator), patterns: misses }
  // Only a plain negated operator holds over an empty list: with a set operator or IfExists it is met by an absent key alone.
  // (Access Analyzer checks "Empty array condition …", semantics.md 6.13, 14.12.)
  const whenEmpty = {
    matched: operator.negated && operator.set === undefined && !operator.ifExists,
    outcome: 'emptyList',
    patterns: misses,
  } as const
  return (values, context) => {
    if (!values || (operator.set && values.every((text) => text === ''))) return whenAbsent
    if (wanted.length === 0) return whenEmpty
    return compare(
      operator,
      matcher,
      wanted.map((complete) => complete(context)),
      values,
    )
  }
}

function compare(
  operator: ConditionOperator,
  matcher: Matcher<unknown, unknown>,
  wanted: readonly Wanted[],
  values: readonly string[],
): ReturnType<Judge> {
  const given = values.map((text) => matcher.given(text))
  const fits = (value: unknown, other: unknown) =>
    value !== undefined && other !== undefined && matcher.fits(value, other)
  const fitting = given.map((other) => wanted.some(({ value }) => fits(value, other)))
  const satisfied =
    operator.set === 'ForAllValues' ? !fitting.includes(false) : fitting.includes(true)
  const malformed = given.every((other) => other === undefined)
  return {
    matched: decide(operator, fitting),
    outcome: malformed ? 'requestValueMalformed' : satisfied ? 'valueMatched' : 'noValueMatched',
    patterns: wanted.map(({ value, traces }) =>
      given.some((other) => fits(value, other)) ? traces.hit : traces.miss,
    ),
  }
}

/** From "which of the request's values fit some value of the policy" to true or false (semantics.md 6.1, 6.10). */
function decide({ set, negated }: ConditionOperator, fitting: readonly boolean[]): boolean {
  switch (set) {
    case 'ForAllValues':
      return fitting.every((fit) => fit !== negated)
    case 'ForAnyValue':
      return fitting.some((fit) => fit !== negated)
    case undefined:
      // Several values without a set operator: any of them counts, and its opposite is that none does (14.8).
      return fitting.includes(true) !== negated
  }
}

function absent(operator: ConditionOperator): {
  readonly matched: boolean
  readonly outcome: ConditionOutcome
} {
  // ForAnyValue asks for a value, and IfExists does not make one (14.9).
  if (operator.set === 'ForAllValues') return { matched: true, outcome: 'absentForAllValues' }
  if (operator.set === 'ForAnyValue') return { matched: false, outcome: 'absentForAnyValue' }
  if (operator.ifExists) return { matched: true, outcome: 'absentIfExists' }
  return operator.negated
    ? { matched: true, outcome: 'absentNegated' }
    : { matched: false, outcome: 'absentPositive' }
}
