import { base64urlnopad } from '@scure/base'
import { strFromU8 } from 'fflate'
import { likelyType, policyTypes, readPolicy } from '#policy'
import { readWorkspace, type ReadProblem } from '#workspace'
import { newerDocument, type OpenedLink } from './permalink.ts'

/**
 * Links that other tools write, without our codec. The fragment is a list of `name=value` pairs, each value URL-encoded:
 *
 *     #policy=JSON&type=identity&principal=ARN&action=s3:GetObject&resource=ARN&context.aws:SourceIp=203.0.113.7
 *     #workspace=JSON           a whole workspace, URL-encoded or in base64url
 *
 * `policy` can be there several times, each with a `type` and a `name`, in the same order; without a type it is guessed. A
 * `context.KEY` that is there several times has several values. `title` names it all.
 */

/** Characters that are decoded at most; the same cap as for what a permalink inflates to. */
const largest = 1024 * 1024
/** A link that somebody means has some dozens. */
const mostPairs = 10_000

/** What a link in the inbound form holds, or undefined when it is not in that form. Never throws. */
export function openInbound(link: string): OpenedLink | undefined {
  const fragment = link.slice(link.indexOf('#') + 1).trim()
  if (
    !/^(?:policy|workspace|title|type|name|principal|action|resource|context\.[^=]*)=/u.test(
      fragment,
    )
  )
    return undefined
  // A character takes at most nine when it is URL-encoded, and most take one.
  if (fragment.length > 3 * largest) return { kind: 'tooLarge' }
  const written = fragment.split('&')
  if (written.length > mostPairs) return { kind: 'tooLarge' }
  const values = new Map<string, string[]>()
  let characters = 0
  for (const pair of written) {
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1))
    if (name === undefined || value === undefined) return { kind: 'cutOff' }
    characters += name.length + value.length
    if (characters > largest) return { kind: 'tooLarge' }
    const others = values.get(name)
    if (others) others.push(value)
    else values.set(name, [value])
  }
  const whole = values.get('workspace')?.[0]
  if (whole !== undefined) return openWhole(whole)
  return values.has('policy') || values.has('action') ? openParts(values) : { kind: 'noWorkspace' }
}

/** Undefined when a percent sign lacks its digits: the end of the link is missing. Forms write blanks as plus signs. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

function openWhole(value: string): OpenedLink {
  const text = value.trimStart().startsWith('{') ? value : fromBase64(value)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return { kind: text.trimStart().startsWith('{') ? 'cutOff' : 'noWorkspace' }
  }
  const { workspace, problems } = readWorkspace(document)
  return workspace
    ? { kind: 'opened', workspace, problems, focus: undefined }
    : (newerDocument(document) ?? { kind: 'noWorkspace' })
}

/** Of either alphabet, with or without padding; nothing when it is neither. A plus sign has become a blank on the way. */
function fromBase64(value: string): string {
  const plain = value.replaceAll(/[ +]/gu, '-').replaceAll('/', '_').replace(/=+$/u, '')
  try {
    return strFromU8(base64urlnopad.decode(plain))
  } catch {
    return ''
  }
}

function openParts(values: ReadonlyMap<string, readonly string[]>): OpenedLink {
  const first = (name: string) => values.get(name)?.[0]
  const problems: ReadProblem[] = []
  const policies = (values.get('policy') ?? []).map((text, index) => {
    const written = values.get('type')?.[index]
    const known = policyTypes.find((type) => type === written)
    const { document } = readPolicy(text)
    const type = known ?? (document ? likelyType(document).type : 'identity')
    if (written !== undefined && !known)
      problems.push({
        path: `policies[${index}].type`,
        message: `must be one of ${policyTypes.join(', ')}; taken as ${type}`,
      })
    return { name: values.get('name')?.[index] ?? `policy ${index + 1}`, type, text }
  })
  const { workspace, problems: read } = readWorkspace({
    sidelight: 1,
    ...(first('title') !== undefined && { title: first('title') }),
    policies,
    scenarios: first('action') === undefined ? [] : [request(values, problems)],
  })
  return workspace
    ? { kind: 'opened', workspace, problems: [...problems, ...read], focus: undefined }
    : { kind: 'noWorkspace' }
}

/** Somebody to ask as when a link names nobody: AWS's own example. */
const someone = 'arn:aws:iam::111122223333:user/alice'

function request(values: ReadonlyMap<string, readonly string[]>, problems: ReadProblem[]) {
  const action = values.get('action')?.[0] ?? ''
  const principal = values.get('principal')?.[0]
  if (principal === undefined)
    problems.push({ path: 'scenarios[0].principal', message: `is missing; taken as ${someone}` })
  const context = [...values].flatMap(([name, list]) =>
    name.startsWith('context.')
      ? [[name.slice('context.'.length), list.length === 1 ? list[0] : list] as const]
      : [],
  )
  return {
    name: action,
    principal: principalFrom(principal ?? someone),
    action,
    resource: { arn: values.get('resource')?.[0] ?? '*' },
    ...(context.length > 0 && { context: Object.fromEntries(context) }),
  }
}

function principalFrom(text: string) {
  if (text === '*' || text === 'anonymous') return { anonymous: true }
  if (/^[\w.-]+\.amazonaws\.com(?:\.cn)?$/u.test(text) && !text.startsWith('cognito-identity.'))
    return { service: text }
  if (/^[0-9a-f]{64}$/u.test(text)) return { canonicalUser: text }
  return /^arn:[^:]*:iam::\d*:(?:saml|oidc)-provider\//u.test(text) || !text.startsWith('arn:')
    ? { federated: text }
    : { arn: text }
}
