import type { Decision, PolicyTrace } from '#evaluator'
import type { PolicyDocument } from '#policy'
import type { ContextEntry } from '#request'
import type { WorkspacePolicy } from '#workspace'

/** The request as a command that asks AWS, and what of the workspace that command cannot carry. */
export interface SimulateCommand {
  readonly command: string
  readonly leftOut: readonly LeftOut[]
}

/** What `simulate-custom-policy` has no place for; AWS's answer then speaks about less than the verdict here. */
export type LeftOut =
  | {
      readonly kind: 'type'
      readonly policy: string
      readonly type: 'session' | 'scp' | 'rcp' | 'endpoint'
    }
  /** A resource policy needs `--caller-arn`, which takes the ARN of an IAM user only. */
  | { readonly kind: 'resourcePolicyWithoutUser'; readonly policy: string }
  /** One boundary and one resource policy is all there can be. */
  | { readonly kind: 'secondOfItsType'; readonly policy: string }
  /** The text is not JSON. */
  | { readonly kind: 'unread'; readonly policy: string }
  /** There is no identity policy to ask about, and the command needs one; one that allows nothing stands in. */
  | { readonly kind: 'noIdentityPolicy' }
  /** Trust policies are not looked at when somebody assumes a role. */
  | { readonly kind: 'trustPolicy' }

/** The sentence for something left out. */
export function leftOutWords(leftOut: LeftOut): string {
  switch (leftOut.kind) {
    case 'type':
      return `${leftOut.policy} is left out: the command takes no ${typeWords[leftOut.type]}.`
    case 'resourcePolicyWithoutUser':
      return `${leftOut.policy} is left out: AWS simulates resource policies for IAM users only.`
    case 'secondOfItsType':
      return `${leftOut.policy} is left out: the command takes one policy of its type.`
    case 'unread':
      return `${leftOut.policy} is left out: its text is no policy.`
    case 'noIdentityPolicy':
      return 'The workspace has no identity policy that is consulted. The command needs one, so it has one that allows nothing.'
    case 'trustPolicy':
      return "AWS's simulator does not look at trust policies."
  }
}

const typeWords = {
  session: 'session policies',
  scp: 'service control policies',
  rcp: 'resource control policies',
  endpoint: 'endpoint policies',
}

/** The command for a POSIX shell: everything in single quotes, lists as JSON so that no value is taken for a file or an option. */
export function toSimulateCommand(
  { request, steps, rule }: Decision,
  policies: readonly WorkspacePolicy[],
): SimulateCommand {
  const leftOut: LeftOut[] = []
  const texts = new Map(policies.map(({ name, text }) => [name, text]))
  const consulted = steps
    .flatMap((step) => step.policies)
    .filter((trace) => isPartOf(trace, leftOut))
  const ofType = (type: string) => consulted.filter(({ policy }) => policy.type === type)
  const compact = ({ policy }: PolicyTrace): readonly string[] => {
    try {
      return [JSON.stringify(JSON.parse(texts.get(policy.name) ?? ''))]
    } catch {
      leftOut.push({ kind: 'unread', policy: policy.name })
      return []
    }
  }
  const single = (type: string): readonly string[] => {
    const [first, ...others] = ofType(type)
    for (const { policy } of others) leftOut.push({ kind: 'secondOfItsType', policy: policy.name })
    return first ? compact(first) : []
  }

  for (const { policy } of consulted) {
    const { type, name } = policy
    if (type === 'session' || type === 'scp' || type === 'rcp' || type === 'endpoint')
      leftOut.push({ kind: 'type', policy: name, type })
  }
  const identity = ofType('identity').flatMap(compact)
  if (identity.length === 0) leftOut.push({ kind: 'noIdentityPolicy' })
  const boundary = single('boundary')
  const { principal, action, resource, context } = request
  const isUser = principal.kind === 'user'
  if (!isUser)
    for (const { policy } of ofType('resource'))
      leftOut.push({ kind: 'resourcePolicyWithoutUser', policy: policy.name })
  if (rule === 'roleTrust') leftOut.push({ kind: 'trustPolicy' })
  const resourcePolicy = isUser && rule !== 'roleTrust' ? single('resource') : []
  const entries = contextEntries(
    context.values(),
    consulted.flatMap(({ policy }) => policy.document ?? []),
  )

  const options: readonly (readonly [string, string])[] = [
    ['--policy-input-list', JSON.stringify(identity.length > 0 ? identity : [nothing])],
    ...boundary.map(
      (text) => ['--permissions-boundary-policy-input-list', JSON.stringify([text])] as const,
    ),
    ...resourcePolicy.map((text) => ['--resource-policy', text] as const),
    ...(principal.kind === 'user' ? [['--caller-arn', principal.arn] as const] : []),
    ['--action-names', JSON.stringify([action.text])],
    ...(resource.arn === '*' ? [] : [['--resource-arns', JSON.stringify([resource.arn])] as const]),
    ...(resource.account !== undefined && resource.arn.split(':')[4] === ''
      ? [['--resource-owner', `arn:aws:iam::${resource.account}:root`] as const]
      : []),
    ...(entries.length > 0 ? [['--context-entries', JSON.stringify(entries)] as const] : []),
  ]
  const command = [
    'aws iam simulate-custom-policy',
    ...options.map(([name, value]) => `  ${name} ${quoted(value)}`),
  ].join(' \\\n')
  return { command, leftOut }
}

/** The smallest policy that AWS takes and that allows nothing. */
const nothing =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"none:none","Resource":"*"}]}'

function isPartOf({ policy, notConsulted }: PolicyTrace, leftOut: LeftOut[]): boolean {
  if (notConsulted === 'unread') leftOut.push({ kind: 'unread', policy: policy.name })
  return notConsulted === undefined
}

/** Everything the request carries, with the type that the policies' operators compare it as. */
function contextEntries(entries: Iterable<ContextEntry>, documents: readonly PolicyDocument[]) {
  const families = new Map<string, string>()
  for (const { statements } of documents)
    for (const { conditions } of statements)
      for (const { key, operator } of conditions)
        if (operator && operator.entry.family !== 'null')
          families.set(key.value.toLowerCase(), operator.entry.family)
  return [...entries].map(({ key, values, multivalued }) => {
    const type = contextTypes[families.get(key.toLowerCase()) ?? ''] ?? 'string'
    return {
      ContextKeyName: key,
      ContextKeyValues: values,
      ContextKeyType: multivalued ? `${type}List` : type,
    }
  })
}

const contextTypes: Readonly<Record<string, string>> = {
  numeric: 'numeric',
  date: 'date',
  bool: 'boolean',
  binary: 'binary',
  ip: 'ip',
}

/** Nothing in single quotes has a meaning to the shell, and no argument can hold a NUL. */
function quoted(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`
}
