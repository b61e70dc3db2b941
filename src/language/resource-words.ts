import type { ClauseTrace, PatternTrace } from '#evaluator'
import type { Resource } from '#request'
import { arnDifference } from './arn-difference.ts'

/** Why one resource of a list does not match: the first ARN part that differs, with both texts. */
export function resourceMissWords(trace: PatternTrace, { arn }: Resource): string {
  if (trace.unresolved !== undefined) return noValue(trace.unresolved)
  if (arn === '*') return 'this request names no resource, so only "*" matches it'
  const text = trace.resolved ?? trace.pattern.value
  const difference = arnDifference(text, arn)
  if (!difference)
    return text.startsWith('arn:')
      ? `the request's resource is ${arn}`
      : "isn't an ARN, so it matches nothing"
  const { part, here, asked } = difference
  return `the ${part} differs: ${quoteEmpty(here)} here, ${quoteEmpty(asked)} in the request`
}

/** Why the element as a whole matches or fails. */
export function resourceWords(
  { clause, matched, patterns }: ClauseTrace,
  resource: Resource,
): string {
  const { arn } = resource
  const fitting = patterns.find((pattern) => pattern.matched)?.pattern.value
  if (clause.negated)
    return fitting === undefined
      ? `${arn} isn't one of these`
      : `${fitting === arn ? 'this' : fitting} is excepted`
  if (patterns.length === 0) return 'this list is empty, so it matches nothing'
  if (matched) return fitting === '*' ? 'matches every resource' : `matches ${arn}`
  const [only, another] = patterns
  if (only && !another) {
    if (only.unresolved !== undefined) return noValue(only.unresolved)
    const difference = arnDifference(only.resolved ?? only.pattern.value, arn)
    if (difference && difference.part !== 'resource')
      return `the request's ${difference.part} is ${quoteEmpty(difference.asked)}`
  }
  if (arn === '*') return 'this request names no resource, so only "*" matches it'
  const lower = arn.toLowerCase()
  const onlyCase = patterns.some(
    ({ pattern, resolved }) => (resolved ?? pattern.value).toLowerCase() === lower,
  )
  return `the request's resource is ${arn}${onlyCase ? ', and letter case counts' : ''}`
}

/** A policy variable that the request gives no value. */
export function noValue(variable: string): string {
  return `\${${variable}} has no value in this request`
}

function quoteEmpty(part: string): string {
  return part === '' ? 'none' : part
}
