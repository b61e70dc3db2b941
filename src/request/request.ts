import type { Context } from './context.ts'
import type { Principal } from './principal.ts'
import type { Resource } from './resource.ts'

/** One API call as IAM sees it: one action on one resource. Made by `accessRequest`, never by hand. */
export interface AccessRequest {
  readonly principal: Principal
  readonly action: ActionName
  readonly resource: Resource
  readonly context: Context
}

/** `service:Name`, kept as typed and in the lower case in which actions are compared. */
export interface ActionName {
  readonly text: string
  readonly lower: string
  /** The service prefix in lower case; empty when the text has no colon. */
  readonly service: string
}

export function actionName(text: string): ActionName {
  const lower = text.toLowerCase()
  return { text, lower, service: lower.slice(0, Math.max(0, lower.indexOf(':'))) }
}
