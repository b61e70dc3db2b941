import type { Statement } from '#policy'
import { oncePerRun, type Context } from '../check.ts'
import { isTakenAway, openGrantOf, type OpenGrant, type Wanted } from '../open-grants.ts'
import { servicesNamed } from '../action-meaning.ts'
import { passedToBy } from './escalation-methods.ts'

/** How an action comes to be allowed on every role; the checks about it are one for each. */
export type Shape =
  | 'star-in-resource'
  | 'star-in-action-and-resource'
  | 'notresource'
  | 'star-in-action-and-notresource'
  | 'notaction-and-notresource'
  | 'star-in-resource-and-notaction'

const shapes: Readonly<Record<OpenGrant['how'], readonly [star: Shape, not: Shape]>> = {
  byName: ['star-in-resource', 'notresource'],
  byWildcard: ['star-in-action-and-resource', 'star-in-action-and-notresource'],
  leftIn: ['star-in-resource-and-notaction', 'notaction-and-notresource'],
}

/** iam:PassRole on every role, if the statement grants it in this way. */
export function passRoleGrant(
  statement: Statement,
  context: Context,
  shape: Shape,
): OpenGrant | undefined {
  return ofShape(statement, context, { action: 'iam:PassRole', on: 'role' }, shape)
}

/** iam:CreateServiceLinkedRole for every service, if the statement grants it in this way. */
export function serviceLinkedRoleGrant(
  statement: Statement,
  context: Context,
  shape: Shape,
): OpenGrant | undefined {
  return ofShape(statement, context, { action: 'iam:CreateServiceLinkedRole', on: 'role' }, shape)
}

function ofShape(
  statement: Statement,
  { document }: Context,
  wanted: Wanted,
  shape: Shape,
): OpenGrant | undefined {
  const grant = openGrantOf(statement, wanted)
  if (!grant) return undefined
  const [star, not] = shapes[grant.how]
  const here = statement.resource?.negated ? not : star
  return here === shape && !isTakenAway(document.statements, wanted) ? grant : undefined
}

/** The services that the policy's other actions would pass a role to; a blank to fill in where they pass none. */
export const likelyServices = oncePerRun((context: Context): string | readonly string[] => {
  const services = servicesNamed(context).flatMap(passedToBy)
  return services.length > 1 ? [...new Set(services)] : (services[0] ?? '<service>.amazonaws.com')
})
