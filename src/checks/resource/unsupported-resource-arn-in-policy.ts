import { splitArn } from '#policy'
import { findService } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { areKin, policyServiceOf } from '../policy-service.ts'

/** A resource of another service than the one whose resource the policy is attached to. */
export default defineCheck({
  id: 'unsupported-resource-arn-in-policy',
  severity: 'error',
  appliesTo: ['resource'],
  peers: ['Access Analyzer'],
  needs: 'names',
  resource({ value, span }, context) {
    const service = findService(context.reference, splitArn(value)?.service ?? '')
    const owner = policyServiceOf(context)
    if (typeof service === 'string' || !owner) return
    if (areKin(context.reference, service.prefix, owner.prefix)) return
    context.report(
      span,
      `"${value}" belongs to ${service.product}, but this policy is on a resource of ${owner.product} ("${owner.seenIn}"). A policy on a resource speaks of that resource only.`,
      { fixes: [accessFix('Delete it', context.edit.deleteItems([span]))] },
    )
  },
})
