import { covers, type ConditionClause, type Located, type Statement } from '#policy'
import { isKeyOf, narrows } from './condition-clauses.ts'
import { inclusionOf, type Inclusion } from './granted-actions.ts'
import { unboundedResource } from './resource-reach.ts'

/** An action that a statement allows on every resource, with no condition that picks some. */
export interface OpenGrant extends Inclusion {
  readonly statement: Statement
  /** What makes it every resource: the string of Resource, or the name NotResource. */
  readonly resource: Located<string>
}

export interface Wanted {
  /** `iam:PassRole` */
  readonly action: string
  /** The type its resources must have, so that an ARN of another type does not count. */
  readonly on?: string | undefined
  /** For iam:PassRole, the service the role is to go to; without one, any limit to services stops it. */
  readonly passesTo?: string | undefined
}

/** How this statement grants an action openly; undefined if it does not. */
export function openGrantOf(statement: Statement, wanted: Wanted): OpenGrant | undefined {
  if (statement.effect?.value !== 'Allow') return undefined
  const inclusion = inclusionOf(statement, wanted.action)
  const resource = inclusion && unboundedResource(statement, serviceOf(wanted), wanted.on)
  if (!resource || statement.conditions.some((clause) => stops(clause, wanted))) return undefined
  return { ...inclusion, statement, resource }
}

/**
 * Whether one of the statements denies the action everywhere, or under a condition on its target: a Deny of everything but roles
 * with a boundary is as good as an Allow of those.
 */
export function isTakenAway(statements: readonly Statement[], wanted: Wanted): boolean {
  return statements.some(
    (statement) =>
      statement.effect?.value === 'Deny' &&
      inclusionOf(statement, wanted.action) !== undefined &&
      unboundedResource(statement, serviceOf(wanted), wanted.on) !== undefined &&
      (statement.conditions.length === 0 || statement.conditions.some(isAboutTarget)),
  )
}

function serviceOf({ action }: Wanted): string {
  return action.slice(0, action.indexOf(':'))
}

/** Whether the request can only be about some resources because of this condition. */
function stops(clause: ConditionClause, { action, passesTo }: Wanted): boolean {
  if (action === 'iam:PassRole' && isKeyOf(clause, 'iam:PassedToService'))
    return passesTo === undefined ? narrows(clause) : !lets(clause, passesTo)
  return isAboutTarget(clause) && narrows(clause)
}

/** Whether a condition on iam:PassedToService leaves this service in. */
function lets({ operator, values }: ConditionClause, service: string): boolean {
  if (!operator || operator.base === 'Null') return true
  const named = values.some(({ value }) => covers(value.toLowerCase(), service))
  return operator.negated ? !named : named
}

/** Keys that say which target an action has: its tags, its boundary, the policy that is attached, what a key is used for. */
function isAboutTarget(clause: ConditionClause): boolean {
  return (
    /:ResourceTag\//iu.test(clause.key.value) ||
    isKeyOf(
      clause,
      'iam:PermissionsBoundary',
      'iam:PolicyARN',
      'iam:PassedToService',
      'iam:AssociatedResourceArn',
      'iam:AWSServiceName',
      'kms:GrantIsForAWSResource',
      'kms:ViaService',
      'kms:EncryptionContext:',
      'kms:ResourceAliases',
    )
  )
}
