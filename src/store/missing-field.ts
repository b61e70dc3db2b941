import { principalFromArn } from '#request'
import type { Scenario } from '#workspace'

/** A field of a request without which there is nothing to ask. */
export type RequestField = 'principal' | 'action' | 'resource'

/** The first field that is missing, or holds what no request can carry. */
export function missingField({ principal, action, resource }: Scenario): RequestField | undefined {
  if ('arn' in principal && !principalFromArn(principal.arn)) return 'principal'
  if ('service' in principal && principal.service.trim() === '') return 'principal'
  if ('federated' in principal && principal.federated.trim() === '') return 'principal'
  if ('canonicalUser' in principal && principal.canonicalUser.trim() === '') return 'principal'
  if (!/^[^:\s]+:\S+$/.test(action.trim())) return 'action'
  if (resource.arn.trim() === '') return 'resource'
  return undefined
}
