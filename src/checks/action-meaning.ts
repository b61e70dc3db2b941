import type { Located, Statement } from '#policy'
import {
  actionsMatching,
  findService,
  findWithdrawn,
  isUnlistedService,
  servicesMatching,
  splitAction,
  type Action,
  type Reference,
  type Service,
  type WithdrawnService,
} from '#reference'
import { oncePerRun, type SourceContext } from './check.ts'
import { remembered } from './remembered.ts'

/** What one string of Action or NotAction stands for. */
export type ActionMeaning =
  /** `*`: every action there is. */
  | { readonly kind: 'everything' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'unknownService'; readonly prefix: string }
  | { readonly kind: 'withdrawn'; readonly service: WithdrawnService; readonly name: string }
  | { readonly kind: 'unknownAction'; readonly service: Service; readonly name: string }
  /** A pattern that nothing fits; no services if already its prefix fits none. */
  | { readonly kind: 'noMatch'; readonly services: readonly Service[]; readonly name: string }
  /** Not written as `service:Name`, or not meant for IAM as it stands, which others judge; or of a service nobody knows about. */
  | { readonly kind: 'malformed' }

const malformed: ActionMeaning = { kind: 'malformed' }

/** What the strings of Action and NotAction stand for. Wants the names. */
export const meaningOf = remembered((reference, written: string): ActionMeaning => {
  return workOut(reference, written)
})

function workOut(reference: Reference, written: string): ActionMeaning {
  if (/^\*+(?::\*+)?$/u.test(written)) return { kind: 'everything' }
  if (!/^[^:.\s{}<>]+:[^:.\s{}<>]+$/u.test(written)) return malformed
  const { prefix, name } = splitAction(written)
  if (!hasWildcard(prefix)) {
    const withdrawn = findWithdrawn(reference, prefix)
    const service = findService(reference, prefix)
    if (withdrawn === 'notLoaded' || service === 'notLoaded') return malformed
    // A few withdrawn services are listed still; what they list is no mistake, but grants nothing any more.
    if (withdrawn !== 'unknown') return { kind: 'withdrawn', service: withdrawn, name }
    if (service === 'unknown')
      return isUnlistedService(prefix) ? malformed : { kind: 'unknownService', prefix }
    const action = service.byName.get(name.toLowerCase())
    if (action) return { kind: 'actions', actions: [action] }
    if (!hasWildcard(name)) return { kind: 'unknownAction', service, name }
  }
  const actions = actionsMatching(reference, written)
  const services = servicesMatching(reference, prefix)
  if (actions === 'notLoaded' || services === 'notLoaded') return malformed
  return actions.length > 0 ? { kind: 'actions', actions } : { kind: 'noMatch', services, name }
}

/** Whether `*` or `?` stands in it. */
export function hasWildcard(text: string): boolean {
  return /[*?]/u.test(text)
}

/** Each string of the statement's Action that matches something, with what it matches; `everything` is left to the caller. */
export function knownEntries(
  context: SourceContext,
  { action }: Statement,
): readonly {
  readonly entry: Located<string>
  readonly meaning: Extract<ActionMeaning, { kind: 'everything' | 'actions' }>
}[] {
  const meaning = meaningOf(context)
  return (action?.patterns ?? []).flatMap((entry) => {
    const what = meaning(entry.value)
    return what.kind === 'everything' || what.kind === 'actions' ? { entry, meaning: what } : []
  })
}

/** The prefixes of the services that a document names in its actions, the most used first. */
export const servicesNamed = oncePerRun((context: SourceContext): readonly string[] => {
  const counts = new Map<string, number>()
  const meaning = meaningOf(context)
  for (const { action } of context.source.draft?.statements ?? [])
    for (const { value } of action?.patterns ?? []) {
      if (hasWildcard(splitAction(value).prefix)) continue
      const what = meaning(value)
      const prefix = what.kind === 'actions' ? what.actions[0]?.service : undefined
      if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
    }
  return [...counts].sort(([, a], [, b]) => b - a).map(([prefix]) => prefix)
})
