import { findService, splitAction } from '#reference'
import { hasWildcard, meaningOf } from '../action-meaning.ts'
import { defineCheck, fix } from '../check.ts'
import { deleteEntry } from '../statement-edits.ts'

/** Resource control policies apply to some services only. */
export default defineCheck({
  id: 'rcp-unsupported-service',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['iam-policy-validator'],
  needs: 'names',
  action({ value, span }, context, statement) {
    const { kind } = meaningOf(context)(value)
    const { prefix } = splitAction(value)
    if (kind === 'malformed' || statement.action?.negated || hasWildcard(prefix)) return
    const service = findService(context.reference, prefix)
    if (typeof service === 'string' || service.resourceControlPolicies) return
    context.report(
      span,
      `resource control policies do not apply to ${service.product} ("${service.prefix}"), so this line decides nothing. AWS lists the services they cover, and the list grows.`,
      { fixes: [fix('Delete it', deleteEntry(context, statement, span))] },
    )
  },
})
