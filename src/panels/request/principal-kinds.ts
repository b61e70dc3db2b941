import { principalFromArn } from '#request'
import type { ScenarioPrincipal } from '#workspace'

/** Who can ask, by the words on screen. */
export const principalKinds = [
  { value: 'user', text: 'IAM user' },
  { value: 'role', text: 'IAM role' },
  { value: 'roleSession', text: 'Role session' },
  { value: 'federatedUser', text: 'Federated user' },
  { value: 'root', text: 'Root user' },
  { value: 'service', text: 'AWS service' },
  { value: 'federatedProvider', text: 'Federated provider' },
  { value: 'canonicalUser', text: 'S3 canonical user' },
  { value: 'anonymous', text: 'Anonymous' },
] as const

export type PrincipalKindOnScreen = (typeof principalKinds)[number]['value']

/** The kind of a principal; for an ARN that is not finished, the kind it begins like. */
export function kindOf(principal: ScenarioPrincipal): PrincipalKindOnScreen {
  if ('service' in principal) return 'service'
  if ('federated' in principal) return 'federatedProvider'
  if ('canonicalUser' in principal) return 'canonicalUser'
  if ('anonymous' in principal) return 'anonymous'
  const read = principalFromArn(principal.arn)
  if (read && isArnKind(read.kind)) return read.kind
  const { arn } = principal
  if (arn.includes(':assumed-role/')) return 'roleSession'
  if (arn.includes(':federated-user/')) return 'federatedUser'
  if (arn.includes(':role/')) return 'role'
  return arn.endsWith(':root') ? 'root' : 'user'
}

const isArnKind = (
  kind: string,
): kind is 'user' | 'role' | 'roleSession' | 'federatedUser' | 'root' =>
  ['user', 'role', 'roleSession', 'federatedUser', 'root'].includes(kind)

/** The principal as one of another kind: its account, its name and its tags stay where the kind has them. */
export function asKind(
  principal: ScenarioPrincipal,
  kind: PrincipalKindOnScreen,
): ScenarioPrincipal {
  const tags = principal.tags ? { tags: principal.tags } : {}
  const arn = 'arn' in principal ? principal.arn : ''
  const account = /:(\d{12}):/.exec(arn)?.[1] ?? '111122223333'
  const partition = /^arn:([^:]+):/.exec(arn)?.[1] ?? 'aws'
  const parts = arn.split(/[/:]/)
  const session = arn.includes(':assumed-role/')
  const name = (session ? parts.at(-2) : parts.length > 6 ? parts.at(-1) : undefined) ?? 'app'
  switch (kind) {
    case 'user':
      return { arn: `arn:${partition}:iam::${account}:user/${name}`, ...tags }
    case 'role':
      return { arn: `arn:${partition}:iam::${account}:role/${name}`, ...tags }
    case 'roleSession':
      return { arn: `arn:${partition}:sts::${account}:assumed-role/${name}/session`, ...tags }
    case 'federatedUser':
      return { arn: `arn:${partition}:sts::${account}:federated-user/${name}`, ...tags }
    case 'root':
      return { arn: `arn:${partition}:iam::${account}:root`, ...tags }
    case 'service':
      return { service: 'lambda.amazonaws.com', ...tags }
    case 'federatedProvider':
      return { federated: 'cognito-identity.amazonaws.com', ...tags }
    case 'canonicalUser':
      return {
        canonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be',
        ...tags,
      }
    case 'anonymous':
      return { anonymous: true, ...tags }
  }
}
