/** One API call as IAM sees it: principal, action, resource, and the request context with its derived keys. */
export {
  accessRequest,
  type PrincipalInput,
  type RequestInput,
  type ResourceInput,
} from './access-request.ts'
export { contextEntry, type Context, type ContextEntry, type ContextOrigin } from './context.ts'
export {
  accountOf,
  isServiceLinked,
  principalFromArn,
  type IdentityPrincipal,
  type Principal,
} from './principal.ts'
export { actionName, type AccessRequest, type ActionName } from './request.ts'
export { type Resource } from './resource.ts'
export { parseInstant } from './time.ts'
