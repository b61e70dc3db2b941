import { editDistance } from '#policy'
import type { ClauseTrace } from '#evaluator'
import type { ActionName } from '#request'

/**
 * How an action in a policy misses the request's:
 * - `service`: the same name under another service prefix;
 * - `oneEdit`: one letter too many, too few, wrong or swapped;
 * - `name`: another action of the same service;
 * - `other`: another service altogether.
 */
export type ActionDifference = 'service' | 'oneEdit' | 'name' | 'other'

/** Only for a pattern that does not match; letter case is never the reason. */
function actionDifference(pattern: string, { lower }: ActionName): ActionDifference {
  const written = pattern.toLowerCase()
  const mine = split(written)
  const theirs = split(lower)
  if (mine.service === theirs.service)
    return editDistance(mine.name, theirs.name, 1) === undefined ? 'name' : 'oneEdit'
  return mine.name !== '' && mine.name === theirs.name ? 'service' : 'other'
}

/** The nearest of a clause's actions, the best kind of difference first. */
export function nearestAction(
  clause: ClauseTrace,
  action: ActionName,
): { readonly difference: ActionDifference; readonly pattern: string } | undefined {
  const order: readonly ActionDifference[] = ['service', 'oneEdit', 'name', 'other']
  let best: { difference: ActionDifference; pattern: string } | undefined
  for (const { pattern } of clause.patterns) {
    const difference = actionDifference(pattern.value, action)
    if (!best || order.indexOf(difference) < order.indexOf(best.difference))
      best = { difference, pattern: pattern.value }
  }
  return best
}

/** Why one action of a list does not match. */
export function actionMissWords(pattern: string, action: ActionName): string {
  switch (actionDifference(pattern, action)) {
    case 'service':
      return `only the service differs: ${split(pattern).service} here, ${split(action.text).service} in the request`
    case 'oneEdit':
      return `one character differs: the request's action is ${action.text}`
    case 'name':
    case 'other':
      return `the request's action is ${action.text}`
  }
}

/** Why the element as a whole matches or fails. */
export function actionWords(
  { clause, matched, patterns }: ClauseTrace,
  action: ActionName,
): string {
  const fitting = patterns.find((pattern) => pattern.matched)?.pattern.value
  if (clause.negated)
    return fitting === undefined
      ? `${action.text} isn't one of these`
      : `${fitting === action.text ? 'this' : fitting} is excepted`
  if (patterns.length === 0) return 'this list is empty, so it matches nothing'
  if (matched) return fitting === action.text ? "is the request's action" : `matches ${action.text}`
  const near = nearestAction({ clause, matched, patterns }, action)
  return near ? actionMissWords(near.pattern, action) : `the request's action is ${action.text}`
}

function split(text: string): { service: string; name: string } {
  const colon = text.indexOf(':')
  return colon < 0
    ? { service: '', name: text }
    : { service: text.slice(0, colon), name: text.slice(colon + 1) }
}
