import {
  hasVariables,
  parsePattern,
  resolveVariables,
  type ConditionClause,
  type ConditionOperator,
  type Located,
} from '#policy'
import type { Context } from '#request'
import type { ConditionOutcome, ConditionTrace, PatternTrace } from './decision.ts'
import type { Matcher } from './operators/matcher.ts'
import { matchers } from './operators/table.ts'
import { patternTraces, sharedLists } from './pattern-trace.ts'
import { variableLookup } from './variables.ts'

/** A compiled operator-and-key pair. */
export type CompiledCondition = (context: Context) => ConditionTrace

/**
 * One operator with one key. Set operators, negation, `IfExists` and absent keys live here, once for all operators.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function compileCondition(clause: ConditionClause, variables: boolean): CompiledCondition {
  const { operator } = clause
  if (!operator) return unknownOperator(clause)
  if (operator.base === 'Null') return compileNull(clause, operator)
  return compileComparison(clause, operator, matchers[operator.base], variables)
}

function unknownOperator(clause: ConditionClause): CompiledCondition {
  const patterns = sharedLists(clause.values.map(patternTraces)).none
  const key = clause.key.value.toLowerCase()
  return (context) => ({
    clause,
    matched: false,
    outcome: 'unknownOperator',
    values: context.get(key)?.values,
    patterns,
  })
}

function compileNull(clause: ConditionClause, operator: ConditionOperator): CompiledCondition {
  const key = clause.key.value.toLowerCase()
  const wanted = clause.values.map(({ value }) => value.toLowerCase())
  const traces = clause.values.map(patternTraces)
  return (context) => {
    const values = context.get(key)?.values
    const answer = values === undefined ? 'true' : 'false'
    const patterns = traces.map(({ hit, miss }, index) => (wanted[index] === answer ? hit : miss))
    const trace = (matched: boolean, outcome: ConditionOutcome): ConditionTrace => ({
      clause,
      matched,
      outcome,
      values,
      patterns,
    })
    if (operator.set) return trace(operator.set === 'ForAllValues', 'nullWithSetOperator')
    return trace(wanted.includes(answer), values === undefined ? 'absence' : 'presence')
  }
}

/** The policy's side of one value: ready to compare, or to be completed with the request's variables first. */
interface WantedValue {
  readonly pattern: Located<string>
  readonly fixed: unknown
  readonly complete:
    | ((context: Context) => {
        wanted: unknown
        trace: Pick<PatternTrace, 'resolved' | 'unresolved'>
      })
    | undefined
}

function compileWanted(
  pattern: Located<string>,
  operator: ConditionOperator,
  matcher: Matcher<unknown, unknown>,
  variables: boolean,
): WantedValue {
  const dialect = {
    wildcards: operator.entry.wildcards === true,
    variables: variables && operator.entry.variables === true,
  }
  const pieces = parsePattern(pattern.value, dialect)
  if (!hasVariables(pieces)) {
    // `${*}` and its like are already plain characters; the text is what is left of the pieces.
    const plain = pieces
      .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'run' ? '*' : '?'))
      .join('')
    return { pattern, fixed: matcher.wanted(pieces, plain), complete: undefined }
  }
  return {
    pattern,
    fixed: undefined,
    complete: (context) => {
      const resolution = resolveVariables(pieces, variableLookup(context))
      return resolution.kind === 'unresolved'
        ? { wanted: undefined, trace: { unresolved: resolution.variable } }
        : {
            wanted: matcher.wanted(resolution.pieces, resolution.text),
            trace: { resolved: resolution.text },
          }
    },
  }
}

function compileComparison(
  clause: ConditionClause,
  operator: ConditionOperator,
  matcher: Matcher<unknown, unknown>,
  variables: boolean,
): CompiledCondition {
  const key = clause.key.value.toLowerCase()
  const wanted = clause.values.map((value) => compileWanted(value, operator, matcher, variables))
  const traces = clause.values.map(patternTraces)
  const lists = sharedLists(traces)
  const plain = wanted.every(({ complete }) => complete === undefined)
  const fixed = wanted.map((value) => value.fixed)
  const whenAbsent = absent(clause, operator, lists.none)

  return (context) => {
    const entry = context.get(key)
    if (!entry) return whenAbsent
    const { values } = entry
    if (wanted.length === 0) return emptyList(clause, operator, values)
    if (plain && values.length === 1) {
      // The usual case, without lists of its own: one value, no variables.
      const given = matcher.given(values[0] ?? '')
      let hit = -1
      let several = false
      if (given !== undefined)
        for (let index = 0; index < fixed.length; index++)
          if (fixed[index] !== undefined && matcher.fits(fixed[index], given)) {
            several = hit >= 0
            if (several) break
            hit = index
          }
      if (!several)
        return {
          clause,
          matched: hit >= 0 !== operator.negated,
          outcome:
            given === undefined
              ? 'requestValueMalformed'
              : hit >= 0
                ? 'valueMatched'
                : 'noValueMatched',
          values,
          patterns: hit >= 0 ? lists.only(hit) : lists.none,
        }
    }
    const completed = wanted.map(
      ({ fixed: value, complete }) => complete?.(context) ?? { wanted: value, trace: {} },
    )
    const given = values.map((value) => matcher.given(value))
    const fits = (w: unknown, g: unknown) =>
      w !== undefined && g !== undefined && matcher.fits(w, g)
    const fitting = given.map((g) => completed.some(({ wanted: w }) => fits(w, g)))
    const patterns = completed.map(({ wanted: w, trace }, index): PatternTrace => ({
      pattern: (wanted[index] as WantedValue).pattern,
      matched: given.some((g) => fits(w, g)),
      ...trace,
    }))
    return {
      clause,
      matched: decide(operator, fitting),
      outcome: given.every((g) => g === undefined)
        ? 'requestValueMalformed'
        : fitting.includes(true) && (operator.set !== 'ForAllValues' || !fitting.includes(false))
          ? 'valueMatched'
          : 'noValueMatched',
      values,
      patterns,
    }
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

/** The key is absent. The trace is the same for every request, so it is made once. */
function absent(
  clause: ConditionClause,
  operator: ConditionOperator,
  patterns: readonly PatternTrace[],
): ConditionTrace {
  const trace = (matched: boolean, outcome: ConditionOutcome): ConditionTrace => ({
    clause,
    matched,
    outcome,
    values: undefined,
    patterns,
  })
  // ForAnyValue asks for a value, and IfExists does not make one (14.9).
  if (operator.set === 'ForAllValues') return trace(true, 'absentForAllValues')
  if (operator.set === 'ForAnyValue') return trace(false, 'absentForAnyValue')
  if (operator.ifExists) return trace(true, 'absentIfExists')
  return operator.negated ? trace(true, 'absentNegated') : trace(false, 'absentPositive')
}

/**
 * The policy lists no value and the key is there. Only a plain negated operator holds: with a set operator or IfExists an empty
 * list is met by an absent key alone. (Access Analyzer checks "Empty array condition…", semantics.md 6.13, 14.12.)
 */
function emptyList(
  clause: ConditionClause,
  operator: ConditionOperator,
  values: readonly string[],
): ConditionTrace {
  const matched = operator.negated && operator.set === undefined && !operator.ifExists
  return { clause, matched, outcome: 'emptyList', values, patterns: [] }
}
