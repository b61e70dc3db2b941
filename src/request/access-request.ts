import { contextOf } from './context.ts'
import { principalFromArn, type Principal } from './principal.ts'
import { actionName, type AccessRequest } from './request.ts'
import { resource } from './resource.ts'

/** A request as a person writes it down; a scenario of a workspace has this shape. */
export interface RequestInput {
  readonly principal: PrincipalInput
  readonly action: string
  readonly resource: ResourceInput
  readonly requestTags?: Readonly<Record<string, string>>
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

export type PrincipalInput = { readonly tags?: Readonly<Record<string, string>> } & (
  | { readonly arn: string }
  | { readonly service: string }
  | { readonly federated: string }
  | { readonly canonicalUser: string }
  | { readonly anonymous: true }
)

export interface ResourceInput {
  readonly arn: string
  readonly account?: string
  readonly tags?: Readonly<Record<string, string>>
}

/**
 * The request that IAM would see: the principal by kind, the action in comparable form, and the request context with
 * everything that follows from the rest (workspace-format.md, "context"). Total: a principal ARN that names nobody who could
 * ask becomes a principal without permissions.
 */
export function accessRequest(input: RequestInput): AccessRequest {
  const principal = principalOf(input.principal)
  const target = resource(input.resource.arn, input.resource.account)
  return {
    principal,
    action: actionName(input.action),
    resource: target,
    context: contextOf({
      principal,
      principalTags: input.principal.tags,
      resource: target,
      resourceTags: input.resource.tags,
      requestTags: input.requestTags,
      set: input.context,
    }),
  }
}

function principalOf(input: PrincipalInput): Principal {
  if ('arn' in input) return principalFromArn(input.arn) ?? { kind: 'unknown', arn: input.arn }
  if ('service' in input) return { kind: 'service', service: input.service }
  if ('federated' in input) return { kind: 'federatedProvider', provider: input.federated }
  if ('canonicalUser' in input) return { kind: 'canonicalUser', id: input.canonicalUser }
  return { kind: 'anonymous' }
}
