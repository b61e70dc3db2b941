import { splitArn } from '#policy'

/** Who asks. The first five are IAM identities of an account, the others have no account that IAM could consult. */
export type Principal =
  | {
      readonly kind: 'user'
      readonly arn: string
      readonly partition: string
      readonly account: string
      readonly path: string
      readonly name: string
    }
  | {
      readonly kind: 'role'
      readonly arn: string
      readonly partition: string
      readonly account: string
      readonly path: string
      readonly name: string
    }
  | {
      readonly kind: 'roleSession'
      readonly arn: string
      readonly partition: string
      readonly account: string
      readonly role: string
      readonly session: string
    }
  | {
      readonly kind: 'federatedUser'
      readonly arn: string
      readonly partition: string
      readonly account: string
      readonly name: string
    }
  | {
      readonly kind: 'root'
      readonly arn: string
      readonly partition: string
      readonly account: string
    }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'federatedProvider'; readonly provider: string }
  | { readonly kind: 'canonicalUser'; readonly id: string }
  | { readonly kind: 'anonymous' }
  /** An ARN that names nobody who could make a request: a group, a policy, a typing error. */
  | { readonly kind: 'unknown'; readonly arn: string }

export type IdentityPrincipal = Extract<Principal, { readonly account: string }>

/**
 * The principal that an ARN names, or undefined when it names none that can make a request (a group, a policy, …).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalFromArn(arn: string): IdentityPrincipal | undefined {
  const parts = splitArn(arn)
  if (!parts || !/^\d{12}$/.test(parts.account) || parts.region !== '') return undefined
  const { partition, account, service, resource } = parts
  if (service === 'iam') {
    if (resource === 'root') return { kind: 'root', arn, partition, account }
    const named = /^(user|role)(\/(?:.*\/)?)([^/]+)$/su.exec(resource)
    if (!named) return undefined
    const [, kind, path = '/', name = ''] = named
    return kind === 'user'
      ? { kind: 'user', arn, partition, account, path, name }
      : { kind: 'role', arn, partition, account, path, name }
  }
  if (service === 'sts') {
    const session = /^assumed-role\/([^/]+)\/([^/]+)$/su.exec(resource)
    if (session) {
      const [, role = '', name = ''] = session
      return { kind: 'roleSession', arn, partition, account, role, session: name }
    }
    const federated = /^federated-user\/([^/]+)$/su.exec(resource)
    if (federated)
      return { kind: 'federatedUser', arn, partition, account, name: federated[1] ?? '' }
  }
  return undefined
}

/** The account IAM consults for this principal; undefined for those that have none. */
export function accountOf(principal: Principal): string | undefined {
  return 'account' in principal ? principal.account : undefined
}

/**
 * A service-linked role lies under the path `/aws-service-role/`. A session's ARN carries no path, so there the name
 * that AWS gives all such roles has to do (semantics.md 8.3).
 */
export function isServiceLinked(principal: Principal): boolean {
  if (principal.kind === 'role') return principal.path.startsWith('/aws-service-role/')
  return principal.kind === 'roleSession' && principal.role.startsWith('AWSServiceRoleFor')
}
