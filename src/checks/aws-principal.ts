import { isOpen } from './condition-clauses.ts'

/** What a value of `Principal.AWS` names. */
export type AwsPrincipal =
  | { readonly kind: 'everyone' }
  /** Twelve digits, or the ARN that ends in `:root`: the account as a whole. */
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'user' | 'federatedUser'; readonly account: string; readonly name: string }
  | { readonly kind: 'role'; readonly account: string; readonly name: string }
  | { readonly kind: 'session'; readonly account: string; readonly role: string }
  /** What IAM shows in place of a role or user that was deleted. */
  | { readonly kind: 'deletedRole' | 'deletedUser' }
  /** `*` or `?` within an ARN or a name. */
  | { readonly kind: 'wildcard' }
  /** A variable or a placeholder: others judge it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'malformed'; readonly why: string; readonly mended?: string }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function readAwsPrincipal(value: string): AwsPrincipal {
  if (value === '*') return { kind: 'everyone' }
  if (isOpen(value)) return { kind: 'open' }
  if (/[*?]/u.test(value)) return { kind: 'wildcard' }
  if (/^\d{12}$/u.test(value)) return { kind: 'account', account: value }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  if (/^AROA[A-Z0-9]{8,}$/u.test(value)) return { kind: 'deletedRole' }
  if (/^AIDA[A-Z0-9]{8,}$/u.test(value)) return { kind: 'deletedUser' }
  return value.startsWith('arn:') ? readArn(value) : explain(value)
}

function readArn(value: string): AwsPrincipal {
  const [, , service = '', region = '', account = '', ...rest] = value.split(':')
  const resource = rest.join(':')
  const [type = '', ...names] = resource.split('/')
  const name = names.at(-1) ?? ''
  // CloudFront's origin access identities live in an account called "cloudfront".
  const isAccount = /^(?:\d{12}|cloudfront|aws)$/u.test(account) && region === ''
  if (isAccount && service === 'iam') {
    if (resource === 'root') return { kind: 'account', account }
    if (type === 'user' && name !== '') return { kind: 'user', account, name }
    if (type === 'role' && name !== '') return { kind: 'role', account, name }
  }
  if (isAccount && service === 'sts') {
    const [role = '', session = ''] = names
    if (type === 'assumed-role' && session !== '') return { kind: 'session', account, role }
    if (type === 'federated-user' && name !== '') return { kind: 'federatedUser', account, name }
  }
  return { kind: 'malformed', ...whatArn(value, service, type, account) }
}

function whatArn(value: string, service: string, type: string, account: string) {
  const digits = account.replaceAll('-', '')
  if (digits !== account && /^\d{12}$/u.test(digits))
    return {
      why: 'an account number has no dashes',
      mended: value.replace(account, digits),
    }
  if (service === 'iam' && type === 'group')
    return { why: 'a group is no principal; name its users, or a role' }
  if (service === 'iam' && type === 'policy')
    return { why: 'a policy is no principal; name a user or a role' }
  if (service === 'iam' && type === 'instance-profile')
    return { why: 'an instance profile is no principal; name the role in it' }
  if (/^(?:saml|oidc)-provider$/u.test(type))
    return { why: 'an identity provider belongs under "Federated"' }
  if (service === 'sts' && type === 'assumed-role')
    return { why: 'the name of the session is missing; name the role itself instead' }
  if (!/^\d{12}$/u.test(account) && (service === 'iam' || service === 'sts'))
    return { why: `"${account}" is no account number` }
  return { why: 'it names no account, user, role or session' }
}

function explain(value: string): AwsPrincipal {
  const digits = value.replace(/[-\s]/gu, '')
  if (digits !== value && /^\d{12}$/u.test(digits))
    return { kind: 'malformed', why: 'an account number has no dashes', mended: digits }
  if (/^\d+$/u.test(value))
    return { kind: 'malformed', why: `an account number has 12 digits, not ${value.length}` }
  if (/\.amazonaws\.com(?:\.cn)?$/u.test(value))
    return { kind: 'malformed', why: 'a service belongs under "Service"' }
  if (/^AGPA[A-Z0-9]{8,}$/u.test(value))
    return { kind: 'malformed', why: 'a group is no principal; name its users, or a role' }
  return {
    kind: 'malformed',
    why: 'it must be an account number, or the ARN of a user, role or session',
  }
}
