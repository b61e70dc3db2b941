import type { Located, Statement } from '#policy'
import {
  actionDetails,
  actionsMatching,
  fitsFormat,
  type Action,
  type ActionDetails,
  type ConditionKey,
  type Reference,
  type ResourceType,
} from '#reference'
import { counted } from './words.ts'

/** A pattern that means more than the largest services have is about AWS as a whole. */
const mostActions = 1500

/** The actions that these patterns name, each once; those of a pattern for all of AWS are left out. */
function actionsOf(reference: Reference, patterns: readonly Located<string>[]): readonly Action[] {
  const found = new Map<string, Action>()
  for (const { value } of patterns) {
    // `*` needs no counting.
    const actions = /^\**$/u.test(value) ? [] : actionsMatching(reference, value)
    if (actions === 'notLoaded' || actions.length > mostActions) continue
    for (const action of actions) found.set(action.id, action)
  }
  return [...found.values()]
}

interface Listed {
  readonly reference: Reference
  readonly actions: readonly ActionDetails[]
}

/** One keystroke asks for the same several times. */
const last = new WeakMap<Statement, Listed>()

/** The same in full, of the services that are loaded. None for NotAction: it lists what is not meant. */
export function listedActions(
  reference: Reference,
  statement: Statement | undefined,
): readonly ActionDetails[] {
  const { action } = statement ?? {}
  if (!statement || !action || action.negated) return []
  const known = last.get(statement)
  if (known?.reference === reference) return known.actions
  const actions = actionsOf(reference, action.patterns).flatMap(({ id }) => {
    const details = actionDetails(reference, id)
    return typeof details === 'string' ? [] : details
  })
  last.set(statement, { reference, actions })
  return actions
}

/** A resource type and which actions are about it. */
export interface TypeUse {
  readonly type: ResourceType
  readonly actions: readonly ActionDetails[]
}

/** The resource types of these actions: those that most are about first. */
export function typesOf(actions: readonly ActionDetails[]): readonly TypeUse[] {
  const uses = new Map<ResourceType, ActionDetails[]>()
  for (const action of actions)
    for (const { type } of action.resourceTypes) {
      const known = uses.get(type)
      if (known) known.push(action)
      else uses.set(type, [action])
    }
  return [...uses]
    .map(([type, using]) => ({ type, actions: using }))
    .sort((a, b) => b.actions.length - a.actions.length)
}

/** A key and which actions carry it. */
export interface KeyUse {
  readonly key: ConditionKey
  readonly actions: readonly ActionDetails[]
}

/**
 * The keys that requests for these actions on these resources carry, beside the global ones: those that all carry first. Without
 * resources, on any.
 */
export function keysOf(
  actions: readonly ActionDetails[],
  resources: readonly string[] = [],
): readonly KeyUse[] {
  const everywhere = resources.length === 0 || resources.includes('*')
  const fits = new Map<ResourceType, boolean>()
  const concerns = (type: ResourceType) => {
    const known = fits.get(type)
    if (known !== undefined) return known
    const fit = everywhere || resources.some((resource) => fitsFormat(type, resource))
    fits.set(type, fit)
    return fit
  }
  const uses = new Map<ConditionKey, Set<ActionDetails>>()
  for (const action of actions) {
    const carry = (key: ConditionKey) => {
      const known = uses.get(key)
      if (known) known.add(action)
      else uses.set(key, new Set([action]))
    }
    action.keys.forEach(carry)
    for (const { type, keys } of action.resourceTypes)
      if (concerns(type)) {
        keys.forEach(carry)
        type.keys.forEach(carry)
      }
  }
  return [...uses]
    .map(([key, using]) => ({ key, actions: [...using] }))
    .sort((a, b) => b.actions.length - a.actions.length)
}

/** "14 Read, 3 Write": how many of each access level, in the order of AWS's tables. */
export function levelsInWords(actions: readonly Action[]): string {
  const counts = new Map<string, number>()
  for (const { accessLevel } of actions) counts.set(accessLevel, (counts.get(accessLevel) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([level, count]) => `${count} ${level}`)
    .join(', ')
}

/** "1 action", "1,402 actions". */
export function actionCount(count: number): string {
  return counted(count, 'action').replace(/^\d+/u, grouped(count))
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** "s3:GetObject, s3:PutObject and 3 more" */
export function someOf(names: readonly string[], most = 3): string {
  return andMore(names.slice(0, most), names.length)
}

/** The same for the ids of actions, of which there can be many. */
export function someActions(actions: readonly Action[], most = 3): string {
  return andMore(
    actions.slice(0, most).map(({ id }) => id),
    actions.length,
  )
}

function andMore(shown: readonly string[], all: number): string {
  const more = all - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
