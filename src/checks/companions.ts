import type { Located, Statement } from '#policy'
import { companionsOf, findAction, type Companion } from '#reference'
import { knownEntries } from './action-meaning.ts'
import { oncePerRun, type Context } from './check.ts'
import { inclusionOf } from './granted-actions.ts'

/** An action that a call needs and nothing grants. */
export interface MissingCompanion {
  readonly companion: Companion
  /** The last string of the statement that needs it, and the action it stands for. */
  readonly entry: Located<string>
  readonly action: string
}

/**
 * The companions of a kind that the statement's actions need and that neither this policy nor another of the principal allows. A
 * wildcard counts only where `wildcards` says so.
 */
export function missingCompanions(
  context: Context,
  statement: Statement,
  { tagging, wildcards }: { readonly tagging: boolean; readonly wildcards: boolean },
): readonly MissingCompanion[] {
  const missing = new Map<string, MissingCompanion>()
  for (const { entry, meaning } of knownEntries(context, statement)) {
    if (meaning.kind === 'everything' || (!wildcards && meaning.actions.length > 1)) continue
    for (const { id } of meaning.actions) {
      const companions = companionsOf(context.reference, id)
      if (typeof companions === 'string') continue
      for (const companion of companions)
        if (isTagging(context, companion) === tagging && !isAllowed(context, companion.action))
          missing.set(companion.action, { companion, entry, action: id })
    }
  }
  return [...missing.values()]
}

function isTagging({ reference }: Context, { action }: Companion): boolean {
  const found = findAction(reference, action)
  return typeof found !== 'string' && found.accessLevel === 'Tagging'
}

const allowed = oncePerRun<Context, Map<string, boolean>>(() => new Map())

function isAllowed(context: Context, action: string): boolean {
  const known = allowed(context)
  const answer = known.get(action) ?? someAllows(context, action)
  known.set(action, answer)
  return answer
}

function someAllows({ document, siblings }: Context, action: string): boolean {
  const others = siblings
    .filter(({ type }) => type === 'identity')
    .flatMap(({ source }) => source.draft?.statements ?? [])
  return [...document.statements, ...others].some(
    (statement) =>
      statement.effect?.value === 'Allow' && inclusionOf(statement, action) !== undefined,
  )
}
