import { readPolicy } from '#policy'
import { readWorkspace, runScenario, writeWorkspace, type Json, type Workspace } from '#workspace'
import {
  findIdentifiers,
  identifierKinds,
  replaceIdentifiers,
  type Identifier,
  type IdentifierKind,
  type Search,
} from './identifiers.ts'

/** A workspace without what tells who somebody is. */
export interface Redaction {
  readonly workspace: Workspace
  /** What was replaced, and by what. */
  readonly replaced: readonly Identifier[]
  /** What a verdict depends on in a way that no replacement keeps; it still stands in the workspace. */
  readonly kept: readonly Identifier[]
  /** Every request is decided as before, by the same statements. */
  readonly verdictsUnchanged: boolean
}

/** What `redact` would replace, for a look before. */
export function identifiersIn(workspace: Workspace, search: Search): readonly Identifier[] {
  return findIdentifiers(textsOf(writeWorkspace(workspace)), search)
}

/**
 * Replaces identifiers by documentation values, the same one everywhere, and decides every request again. Where a decision
 * changes, the originals that make the difference are kept.
 */
export function redact(workspace: Workspace, search: Search): Redaction {
  const identifiers = identifiersIn(workspace, search)
  const before = decisionsOf(workspace)
  const attempt = (chosen: readonly Identifier[]) => {
    const redacted = applied(workspace, chosen)
    // Statements are named by their policy, and a policy's name may have been replaced too.
    const expected = before.map((decision) => replaceIdentifiers(decision, chosen))
    const after = decisionsOf(redacted)
    const changed = expected.filter((decision, index) => decision !== after[index]).length
    return { redacted, changed: after.length === expected.length ? changed : Infinity }
  }
  let chosen = identifiers
  let result = attempt(chosen)
  for (let round = 0; result.changed > 0 && chosen.length > 0; round++) {
    const better = withoutSome(chosen)
      .map((fewer) => ({ fewer, ...attempt(fewer) }))
      .reduce((best, next) => (next.changed < best.changed ? next : best))
    chosen = better.changed < result.changed && round < mostRounds ? better.fewer : []
    result = attempt(chosen)
  }
  return {
    workspace: result.redacted,
    replaced: chosen,
    kept: identifiers.filter((identifier) => !chosen.includes(identifier)),
    verdictsUnchanged: result.changed === 0,
  }
}

/** A workspace that needs more of them is one in which little can be replaced. */
const mostRounds = 8

/** Without one identifier each, where there are few; and without each kind. */
function withoutSome(chosen: readonly Identifier[]): readonly (readonly Identifier[])[] {
  const kinds = identifierKinds.filter((kind) => chosen.some((one) => one.kind === kind))
  return [
    ...(chosen.length <= 50 ? chosen.map((one) => chosen.filter((other) => other !== one)) : []),
    ...kinds.map((kind) => chosen.filter((one) => one.kind !== kind)),
  ]
}

function decisionsOf(workspace: Workspace): readonly string[] {
  const sources = new Map(workspace.policies.map((policy) => [policy, readPolicy(policy.text)]))
  return workspace.scenarios.map((scenario) => {
    const { decision } = runScenario(
      workspace,
      scenario,
      (policy) => sources.get(policy) ?? readPolicy(policy.text),
    )
    const by = decision.decidedBy.map(({ policy, statement }) => `${statement} of ${policy}`)
    return [decision.verdict, ...by].join('\n')
  })
}

function applied(workspace: Workspace, identifiers: readonly Identifier[]): Workspace {
  const document = mapTexts(writeWorkspace(workspace), (text) =>
    replaceIdentifiers(text, identifiers),
  )
  return readWorkspace(document).workspace ?? workspace
}

/** Every text of a document, names of members included: tags and context keys are such. */
function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if (isList(value)) return value.flatMap(textsOf)
  return Object.entries(value).flatMap(([name, item]) => [name, ...textsOf(item)])
}

function mapTexts(value: Json, map: (text: string) => string): Json {
  if (typeof value === 'string') return map(value)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((item) => mapTexts(item, map))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      formatNames.has(name) ? name : map(name),
      mapTexts(item, map),
    ]),
  )
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Members of the format that a role or user might be named after. */
const formatNames = new Set(
  'sidelight title description policies scenarios lesson name type level attachedTo enabled text principal action resource requestTags context expect reported arn service federated canonicalUser anonymous tags account decision decidedBy policy statement kind id minutes goal debrief hints mustNot solution next'.split(
    ' ',
  ),
)

/** What each kind is called: one of them, and several. */
export const kindWords: Readonly<Record<IdentifierKind, readonly [one: string, many: string]>> = {
  email: ['email address', 'email addresses'],
  secretKey: ['secret key', 'secret keys'],
  accessKey: ['access key or ID', 'access keys or IDs'],
  canonicalUser: ['canonical user ID', 'canonical user IDs'],
  organization: ['organization ID', 'organization IDs'],
  network: ['network ID', 'network IDs'],
  account: ['account ID', 'account IDs'],
  user: ['user name', 'user names'],
  role: ['role name', 'role names'],
  group: ['group name', 'group names'],
  session: ['session name', 'session names'],
  bucket: ['bucket name', 'bucket names'],
  ipAddress: ['IP', 'IPs'],
}

/** "2 account IDs, 1 user name and 1 IP replaced. Verdicts unchanged." */
export function redactionWords({ replaced, kept, verdictsUnchanged }: Redaction): string {
  if (replaced.length + kept.length === 0) return 'Nothing to replace was found.'
  const done = replaced.length > 0 ? `${counted(replaced)} replaced.` : 'Nothing was replaced.'
  const left =
    kept.length > 0
      ? ` ${counted(kept)} kept, because a verdict depends on ${kept.length === 1 ? 'it' : 'them'}.`
      : ''
  return `${done}${left} ${verdictsUnchanged ? 'Verdicts unchanged.' : 'A verdict changed.'}`
}

function counted(identifiers: readonly Identifier[]): string {
  const parts = identifierKinds.flatMap((kind) => {
    const count = identifiers.filter((identifier) => identifier.kind === kind).length
    return count === 0 ? [] : [`${count} ${kindWords[kind][count === 1 ? 0 : 1]}`]
  })
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
