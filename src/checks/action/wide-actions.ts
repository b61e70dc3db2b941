import type { Fix, Located, Statement } from '#policy'
import { actionDetails, actionsMatching, type Action } from '#reference'
import { knownEntries } from '../action-meaning.ts'
import { accessFix, oncePerRun, type Context } from '../check.ts'
import { isTakenAway, openGrantOf } from '../open-grants.ts'
import { moveActions } from '../statement-edits.ts'

/** A string of Action, and what of it is allowed on every resource. */
export interface WideEntry {
  readonly entry: Located<string>
  readonly actions: readonly Action[]
}

/**
 * The strings of an Allow that let in actions of this sort on every resource, though they could be limited. An action that several
 * strings let in counts for its own name, else for the first.
 */
export function wideEntries(
  statement: Statement,
  context: Context,
  wanted: (action: Action) => boolean,
): readonly WideEntry[] {
  // NotAction has a finding about all that it leaves in.
  if (statement.effect?.value !== 'Allow' || statement.action?.negated !== false) return []
  return knownEntries(context, statement).flatMap(({ entry, meaning }) => {
    const candidates = meaning.kind === 'actions' ? meaning.actions : everyAction(context)
    const actions = candidates.filter((action) => {
      if (!action.takesResource || !wanted(action)) return false
      return (
        openGrantOf(statement, { action: action.id })?.entry === entry &&
        !isTakenAway(context.document.statements, { action: action.id })
      )
    })
    return actions.length > 0 ? { entry, actions } : []
  })
}

const everyAction = oncePerRun(({ reference }: Context): readonly Action[] => {
  const all = actionsMatching(reference, '*')
  return all === 'notLoaded' ? [] : all
})

/** An action by name on resources of its types: blanks in angle brackets where they are to be named. */
export function narrowResource(
  context: Context,
  statement: Statement,
  { entry, actions }: WideEntry,
): Fix | undefined {
  const [action] = actions
  if (!action || entry.value.toLowerCase() !== action.id.toLowerCase()) return undefined
  const details = actionDetails(context.reference, action.id)
  if (typeof details === 'string') return undefined
  const required = details.resourceTypes.filter((use) => use.required)
  const arns = (required.length > 0 ? required : details.resourceTypes.slice(0, 1)).map(
    ({ type }) => withBlanks(type.arn),
  )
  if (arns.length === 0) return undefined
  return accessFix(
    `Narrow ${action.id} to one resource`,
    moveActions(context, statement, [entry], ({ NotResource: _, ...copy }) => ({
      ...copy,
      Resource: arns.length === 1 ? arns[0] : arns,
    })),
  )
}

function withBlanks(format: string): string {
  return format
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Region}', '*')
    .replaceAll('${Account}', '*')
    .replaceAll(/\$\{([^}]*)\}/gu, '<$1>')
}
