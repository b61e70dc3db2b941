import { splitArn } from '#policy'
import { findService, type Action } from '#reference'
import { meaningOf } from '../action-meaning.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { areKin, policyServiceOf } from '../policy-service.ts'
import { deleteEntry } from '../statement-edits.ts'

/** An action of another service than the one whose resource the policy is attached to. */
export default defineCheck({
  id: 'unsupported-action-in-policy',
  severity: 'error',
  appliesTo: ['resource', 'trust', 'endpoint'],
  peers: ['Access Analyzer', 'cfn-lint'],
  needs: 'names',
  action({ value, span }, context, statement) {
    const meaning = meaningOf(context)(value)
    if (meaning.kind !== 'actions' || statement.action?.negated) return
    const owner =
      context.type === 'endpoint'
        ? resourceService(context, statement.resource?.patterns ?? [])
        : policyServiceOf(context)
    if (!owner || !meaning.actions.every((action) => isForeign(context, action, owner.prefix)))
      return
    const place =
      context.type === 'trust'
        ? 'a role trust policy, which takes actions of AWS STS only'
        : context.type === 'endpoint'
          ? `a statement about resources of ${owner.product}, which it is never about`
          : `a policy on a resource of ${owner.product}`
    context.report(
      span,
      `"${value}" stands in ${place}, so it decides nothing here. It belongs in a policy of its own.`,
      { fixes: [accessFix('Delete it', deleteEntry(context, statement, span))] },
    )
  },
})

function isForeign({ reference }: Context, { service }: Action, owner: string): boolean {
  return !areKin(reference, service, owner)
}

/** The one service that all of the resources belong to. */
function resourceService(
  { reference }: Context,
  resources: readonly { readonly value: string }[],
): { readonly prefix: string; readonly product: string } | undefined {
  const fields = new Set(resources.map(({ value }) => splitArn(value)?.service ?? ''))
  const [only] = fields
  const service = fields.size === 1 && only !== undefined ? findService(reference, only) : 'unknown'
  return typeof service === 'string' ? undefined : service
}
