import { collected, type FoundPolicy } from './collection.ts'
import { fieldsOf, itemsOf, textOf, textsOf, type Fields } from './fields.ts'
import type { AccountPrincipal, Stack } from './imported.ts'
import { policyText } from './policy-text.ts'

/** What `aws iam get-account-authorization-details` answers, as far as it matters here. */
export interface AccountDetails {
  readonly principals: ReadonlyMap<string, Identity>
  readonly groups: ReadonlyMap<string, Identity>
  /** The default version's text of every managed policy, by ARN; undefined where it can't be read. */
  readonly managed: ReadonlyMap<
    string,
    { readonly name: string; readonly text: string | undefined }
  >
}

/** A user, a role or a group with everything attached to it. */
interface Identity {
  readonly kind: 'user' | 'role' | 'group'
  readonly name: string
  readonly arn: string
  readonly inline: readonly { readonly name: string; readonly text: string | undefined }[]
  /** ARNs of managed policies. */
  readonly attached: readonly string[]
  /** Names of a user's groups. */
  readonly memberOf: readonly string[]
  readonly boundary: string | undefined
  /** A role's trust policy. */
  readonly trust: string | undefined
  readonly tags: readonly (readonly [string, string])[]
}

const lists = ['UserDetailList', 'RoleDetailList', 'GroupDetailList']

/** Whether a value is such an answer. */
export function isAccount(fields: Fields): boolean {
  return lists.some((name) => Array.isArray(fields.get(name)))
}

/** Reads the answer; what is not understood is left out. */
export function readAccount(answer: Fields): AccountDetails {
  const identities = (member: string, kind: Identity['kind']) =>
    itemsOf(answer.get(member)).flatMap((item) => identity(fieldsOf(item), kind))
  const principals = [
    ...identities('UserDetailList', 'user'),
    ...identities('RoleDetailList', 'role'),
  ]
  return {
    principals: new Map(principals.map((one) => [one.arn, one])),
    groups: new Map(identities('GroupDetailList', 'group').map((one) => [one.name, one])),
    managed: new Map(
      itemsOf(answer.get('Policies')).flatMap((item) => {
        const fields = fieldsOf(item)
        const arn = textOf(fields.get('Arn'))
        if (arn === undefined) return []
        return [
          [
            arn,
            { name: textOf(fields.get('PolicyName')) ?? arn, text: defaultVersion(fields) },
          ] as const,
        ]
      }),
    ),
  }
}

function defaultVersion(policy: Fields): string | undefined {
  const wanted = textOf(policy.get('DefaultVersionId'))
  const versions = itemsOf(policy.get('PolicyVersionList')).map(fieldsOf)
  const version =
    versions.find((one) => one.get('IsDefaultVersion') === true) ??
    versions.find((one) => wanted !== undefined && one.get('VersionId') === wanted)
  return policyText(version?.get('Document'))
}

function identity(fields: Fields, kind: Identity['kind']): readonly Identity[] {
  const [word] = { user: ['User'], role: ['Role'], group: ['Group'] }[kind]
  const arn = textOf(fields.get('Arn'))
  const name = textOf(fields.get(`${word}Name`))
  if (arn === undefined || name === undefined) return []
  return [
    {
      kind,
      name,
      arn,
      inline: itemsOf(fields.get(`${word}PolicyList`)).map((item) => ({
        name: textOf(fieldsOf(item).get('PolicyName')) ?? 'inline policy',
        text: policyText(fieldsOf(item).get('PolicyDocument')),
      })),
      attached: once(
        itemsOf(fields.get('AttachedManagedPolicies')).flatMap(
          (item) => textOf(fieldsOf(item).get('PolicyArn')) ?? [],
        ),
      ),
      memberOf: once(textsOf(fields.get('GroupList'))),
      boundary: textOf(fieldsOf(fields.get('PermissionsBoundary')).get('PermissionsBoundaryArn')),
      trust: policyText(fields.get('AssumeRolePolicyDocument')),
      tags: itemsOf(fields.get('Tags')).flatMap((item) => {
        const [key, value] = [
          textOf(fieldsOf(item).get('Key')),
          textOf(fieldsOf(item).get('Value')),
        ]
        return key === undefined || value === undefined ? [] : [[key, value] as const]
      }),
    },
  ]
}

/** A file can name the same thing any number of times, and each would be the whole policy again. */
function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

/** Everybody of the account that can make a request, in the order of the answer. */
export function principalsOf({ principals }: AccountDetails): readonly AccountPrincipal[] {
  return [...principals.values()].flatMap(({ kind, name, arn }) =>
    kind === 'group' ? [] : [{ kind, name, arn }],
  )
}

/**
 * The policies that speak about one principal: its own, those of its groups, its boundary, and who may assume it. Undefined when
 * the account has no such principal.
 */
export function stackOf(details: AccountDetails, arn: string): Stack | undefined {
  const principal = details.principals.get(arn)
  if (!principal) return undefined
  const notes: string[] = []
  const groups = principal.memberOf.flatMap((name) => {
    const group = details.groups.get(name)
    if (!group) notes.push(`The group ${name} isn't in the answer.`)
    return group ?? []
  })
  const found = [
    ...ownPolicies(principal, details, arn, notes),
    ...groups.flatMap((group) => ownPolicies(group, details, arn, notes)),
    ...boundaryOf(principal, details, notes),
    ...(principal.trust === undefined
      ? []
      : [
          {
            name: `${principal.name} trust`,
            text: principal.trust,
            type: 'resource' as const,
            place: `the trust policy of ${principal.name}`,
            attachedTo: [arn],
          },
        ]),
  ]
  const title = `${principal.kind}/${principal.name}`
  const { workspace, grounds } = collected('awsAnswer', found, { title })
  const tags = Object.fromEntries(principal.tags)
  return {
    workspace,
    principal: { arn, ...(principal.tags.length > 0 && { tags }) },
    grounds,
    notes,
  }
}

function ownPolicies(
  { kind, name: owner, inline, attached }: Identity,
  { managed }: AccountDetails,
  arn: string,
  notes: string[],
): readonly FoundPolicy[] {
  const of = kind === 'group' ? `the group ${owner}` : owner
  const inlineOnes = inline.map(({ name, text }) => ({
    name,
    text,
    place: `the inline policies of ${of}`,
  }))
  const managedOnes = attached.map((policyArn) => {
    const { name = policyArn, text } = managed.get(policyArn) ?? {}
    return { name, text, place: `the managed policies of ${of}` }
  })
  return [...inlineOnes, ...managedOnes].flatMap(({ name, text, place }) => {
    if (text !== undefined)
      return [{ name, text, type: 'identity' as const, place, attachedTo: [arn] }]
    notes.push(`${name}, attached to ${of}, has no text in the answer.`)
    return []
  })
}

function boundaryOf(
  { name: owner, arn, boundary }: Identity,
  { managed }: AccountDetails,
  notes: string[],
): readonly FoundPolicy[] {
  if (boundary === undefined) return []
  const policy = managed.get(boundary)
  if (policy?.text !== undefined)
    return [
      {
        name: `${policy.name} (boundary)`,
        text: policy.text,
        type: 'boundary',
        place: `the permissions boundary of ${owner}`,
        attachedTo: [arn],
      },
    ]
  notes.push(
    `${owner} has the permissions boundary ${boundary}, whose text isn't in the answer. Without it, the verdict can be too generous.`,
  )
  return []
}
