import type { ConditionClause, Statement } from '#policy'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { narrows } from '../condition-clauses.ts'
import { alsoRequire } from '../condition-edits.ts'
import { coversAction } from '../statement-cover.ts'
import { placeOf } from './principal-places.ts'

/** An Allow to everyone that no condition narrows to certain callers, networks or sources. */
export default defineCheck({
  id: 'public-principal',
  severity: 'security',
  appliesTo: ['resource', 'trust'],
  peers: ['cloudsplaining', 'iam-policy-validator'],
  principal(pattern, context, statement) {
    const { principal, effect, conditions } = statement
    if (pattern.kind !== 'AWS' || pattern.value !== '*' || !principal || principal.negated) return
    if (effect?.value !== 'Allow') return
    if (conditions.some((clause) => saysWho(clause) && narrows(clause))) return
    if (othersAreDenied(statement, context)) return
    context.report(
      placeOf(pattern, principal, context),
      context.type === 'trust'
        ? 'anyone with an AWS account can assume this role. A condition on aws:PrincipalOrgID or aws:PrincipalArn says who is meant.'
        : 'this allows anyone, with an AWS account or without one. A condition on aws:PrincipalOrgID, the network or the source says who is meant.',
      {
        fixes: [
          accessFix(
            'Add a condition on aws:PrincipalOrgID',
            alsoRequire(
              context,
              statement,
              'StringEquals',
              'aws:PrincipalOrgID',
              '<organization-id>',
            ),
          ),
        ],
      },
    )
  },
})

const callerKeys =
  /^(?:aws:(?:Principal\w+(?:\/.*)?|userid|username|FederatedProvider|SourceIdentity|SourceIp|SourceVpc\w*|Vpc\w+|SourceArn|SourceAccount|SourceOwner|SourceOrg\w+|Ec2InstanceSource\w+)|kms:CallerAccount|s3:DataAccessPoint(?:Account|Arn)|s3:AccessPointNetworkOrigin|elasticfilesystem:AccessedViaMountTarget|saml:.*|[^:]+\.[^:]+:.*)$/iu

/** Whether a condition is about the caller, where the request comes from, or on whose behalf; the claims of a token too. */
function saysWho({ key }: ConditionClause): boolean {
  return callerKeys.test(key.value)
}

/** A Deny to everyone but certain callers protects the Allow beside it. */
function othersAreDenied({ action }: Statement, { document }: Context): boolean {
  const allowed = action?.negated === false ? action.patterns : []
  return document.statements.some(
    (other) =>
      other.effect?.value === 'Deny' &&
      other.principal?.negated === false &&
      other.principal.patterns.some(({ kind, value }) => kind === 'AWS' && value === '*') &&
      other.conditions.some((clause) => saysWho(clause) && clause.operator?.negated) &&
      other.action?.negated === false &&
      allowed.length > 0 &&
      allowed.every(({ value }) =>
        other.action?.patterns.some((denied) => coversAction(denied.value, value)),
      ),
  )
}
