import type { Located, PolicyDocument } from '#policy'
import { accessFix, defineCheck, type Context, type Extras } from '../check.ts'
import { isTakenAway, openGrantOf, type OpenGrant, type Wanted } from '../open-grants.ts'
import { deleteEntry } from '../statement-edits.ts'
import { listed } from '../wording.ts'
import { escalationMethods, type EscalationMethod } from './escalation-methods.ts'
import { narrowToOneRole } from './role-edits.ts'

/** An action of a method, and where it is granted: here, or in the sibling of this name. */
interface Part {
  readonly action: string
  readonly grant: OpenGrant
  readonly policy: string | undefined
}

interface Way {
  readonly method: EscalationMethod
  readonly parts: readonly Part[]
}

/** Permissions that together lead to any other. Ways that begin at the same string are one finding. */
export default defineCheck({
  id: 'privilege-escalation',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['parliament community', 'cloudsplaining', 'iam-policy-validator'],
  document(document, context) {
    const find = finder(document, context)
    const ways = new Map<Located<string>, Way[]>()
    for (const method of escalationMethods) {
      const parts = method.actions.map((needed) => find([needed].flat(), method))
      const known = parts.flatMap((part) => part ?? [])
      const own = known.filter(({ policy }) => policy === undefined)
      const [first] = own.map(({ grant }) => grant.entry).sort(inText)
      if (known.length < parts.length || !first) continue
      ways.set(first, [...(ways.get(first) ?? []), { method, parts: known }])
    }
    for (const [entry, here] of ways) report(entry, here, context)
  },
})

const inText = (a: Located<string>, b: Located<string>) => a.span.start - b.span.start

function finder(document: PolicyDocument, { siblings }: Context) {
  const policies = [
    { name: undefined, statements: document.statements },
    ...siblings.flatMap(({ name, type, source }) =>
      type === 'identity' && source.document
        ? { name, statements: source.document.statements }
        : [],
    ),
  ]
  // A Deny counts wherever it stands, in a boundary or an SCP just as well.
  const all = [
    ...document.statements,
    ...siblings.flatMap(({ source }) => source.document?.statements ?? []),
  ]
  return (actions: readonly string[], { on, passesTo }: EscalationMethod): Part | undefined => {
    for (const action of actions) {
      const wanted: Wanted = { action, passesTo, on: action === 'iam:PassRole' ? 'role' : on }
      if (isTakenAway(all, wanted)) continue
      for (const { name, statements } of policies)
        for (const statement of statements) {
          const grant = openGrantOf(statement, wanted)
          if (grant) return { action, grant, policy: name }
        }
    }
    return undefined
  }
}

function report(entry: Located<string>, ways: readonly Way[], context: Context): void {
  const [first] = ways
  if (!first) return
  const { method, parts } = first
  const places = parts.map(({ action, grant, policy }) =>
    policy === undefined
      ? `${action} (line ${context.lineAt(grant.entry.span.start)})`
      : `${action} (in "${policy}")`,
  )
  const more = ways.length - 1
  const others =
    more === 0 ? '' : ` ${more === 1 ? 'One more way begins' : `${more} more ways begin`} here.`
  const related = parts
    .filter(({ grant, policy }) => policy === undefined && grant.entry !== entry)
    .map(({ action, grant }) => ({ span: grant.entry.span, message: `${action} is granted here` }))
  context.report(entry.span, `the holder can ${method.sentence}: ${listed(places)}.${others}`, {
    related,
    fixes: fixesOf(entry, ways, context),
  })
}

function fixesOf(
  entry: Located<string>,
  ways: readonly Way[],
  context: Context,
): Extras['fixes'] & object {
  const parts = ways.flatMap((way) => way.parts)
  const anchor = parts.find(({ grant, policy }) => policy === undefined && grant.entry === entry)
  const passes = ways.map((way) => way.parts.find(({ action }) => action === 'iam:PassRole'))
  const [pass] = passes
  const oneOwnPass =
    pass?.policy === undefined &&
    pass?.grant.how === 'byName' &&
    passes.every((other) => other?.grant.entry === pass.grant.entry)
  return [
    oneOwnPass ? narrowToOneRole(context, pass.grant) : undefined,
    anchor?.grant.how === 'byName'
      ? accessFix(
          `Delete "${entry.value}"`,
          deleteEntry(context, anchor.grant.statement, entry.span),
        )
      : undefined,
  ]
}
