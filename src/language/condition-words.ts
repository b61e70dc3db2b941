import type { OperatorEntry } from '#policy'
import type { ConditionTrace } from '#evaluator'
import { noValue } from './resource-words.ts'
import { listed, shown } from './words.ts'

const wanted: Readonly<Record<OperatorEntry['family'], string>> = {
  string: 'a text',
  numeric: 'a number',
  date: 'a date',
  bool: 'true or false',
  binary: 'base64',
  ip: 'an IP address',
  arn: 'an ARN',
  null: 'present or absent',
}

/** Why one condition holds or fails: the request's values, and the rule where that is not plain comparison. */
export function conditionWords(trace: ConditionTrace): string {
  const { clause, outcome } = trace
  const key = clause.key.value
  // To a set operator a key that holds only the empty text is as good as absent.
  const absent = trace.values ? `${key} is empty` : `${key} isn't in the request`
  switch (outcome) {
    case 'valueMatched':
    case 'noValueMatched':
      return unresolvedWords(trace) ?? valuesWords(trace)
    case 'absentPositive':
      return absent
    case 'absentNegated':
      return `${absent}, so nothing equals it`
    case 'absentIfExists':
      return `${absent}, and IfExists lets that pass`
    case 'absentForAllValues':
      return `${absent}, and ForAllValues is true of no values`
    case 'absentForAnyValue':
      return `${absent}, and ForAnyValue needs a value`
    case 'absence':
      return absent
    case 'presence':
      return `${key} is in the request`
    case 'nullWithSetOperator':
      return clause.operator?.set === 'ForAllValues'
        ? 'ForAllValues:Null is always true'
        : 'ForAnyValue:Null is never true'
    case 'emptyList':
      return 'this list of values is empty'
    case 'requestValueMalformed':
      return `is ${valuesOf(trace)}, which isn't ${clause.operator ? wanted[clause.operator.entry.family] : 'a value'}`
    case 'unknownOperator':
      return `${clause.operatorName.value} isn't a condition operator`
  }
}

function valuesOf({ values }: ConditionTrace): string {
  return listed((values ?? []).map(shown))
}

function valuesWords(trace: ConditionTrace): string {
  const verb = (trace.values?.length ?? 0) > 1 ? 'are' : 'is'
  return `${verb} ${valuesOf(trace)}${onlyCaseDiffers(trace) ? ', and letter case counts' : ''}`
}

/** Whether a value of the policy is missed by its letter case alone. */
function onlyCaseDiffers({ clause, outcome, values, patterns }: ConditionTrace): boolean {
  const { operator } = clause
  if (outcome !== 'noValueMatched' || !operator || !/^(?:string|arn)$/u.test(operator.entry.family))
    return false
  const written = new Set(
    patterns.map(({ pattern, resolved }) => (resolved ?? pattern.value).toLowerCase()),
  )
  return values?.some((value) => written.has(value.toLowerCase())) ?? false
}

/** A variable without a value explains a failure that the request's values do not. */
function unresolvedWords({ matched, clause, patterns }: ConditionTrace): string | undefined {
  const missing = patterns.find(({ unresolved }) => unresolved !== undefined)?.unresolved
  if (missing === undefined || patterns.some((pattern) => pattern.matched)) return undefined
  const negated = clause.operator?.negated === true
  return matched === negated
    ? `${noValue(missing)}${negated ? ', so nothing equals it' : ''}`
    : undefined
}

/** Longer values do not go behind a statement's first line. */
const longestInline = 40

/** The same in a few words, for the end of a statement's first line: "aws:SourceIp is absent". */
export function conditionDifference(trace: ConditionTrace): string {
  const key = trace.clause.key.value
  if (trace.outcome === 'presence') return `${key} is present`
  if (trace.values === undefined) return `${key} is absent`
  const words = valuesWords(trace)
  return words.length <= longestInline ? `${key} ${words}` : `${key} doesn't fit`
}

/** What a failing condition says as a sentence of its own: with the key where the words only tell its value. */
export function conditionSentence(trace: ConditionTrace): string {
  const words = conditionWords(trace)
  return /^(?:is|are) /u.test(words) ? `${trace.clause.key.value} ${words}` : words
}

/** One value of the policy against the request's. */
export function conditionValueWords(trace: ConditionTrace, index: number): string {
  const pattern = trace.patterns[index]
  if (!pattern) return 'not compared'
  if (pattern.unresolved !== undefined) return noValue(pattern.unresolved)
  const as = pattern.resolved === undefined ? '' : `, which is ${shown(pattern.resolved)} here`
  return (pattern.matched ? 'fits the request' : "doesn't fit the request") + as
}
