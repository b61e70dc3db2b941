import { findService, type Reference, type ResourceType } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { usesOf } from '../resource-uses.ts'

/** A resource that no action of its statement can be about. */
export default defineCheck({
  id: 'resource-matches-no-action',
  severity: 'warning',
  appliesTo: ['identity', 'resource', 'boundary', 'session', 'scp', 'endpoint'],
  peers: [],
  needs: 'details',
  statement(statement, context) {
    const uses = usesOf(context)(statement)
    if (!uses) return
    // Where every action has its own finding about resources, this would only repeat them.
    const silent = uses.entries.every(
      ({ kind }) => kind === 'mismatch' || (kind === 'takesNone' && !uses.everything),
    )
    if (silent) return
    for (const { resource, kind, types } of uses.resources) {
      if (kind !== 'unused') continue
      context.report(
        resource.span,
        `no action of this statement can be about "${resource.value}"${describe(context.reference, types)}. It decides nothing here.`,
        { fixes: [accessFix('Delete it', context.edit.deleteItems([resource.span]))] },
      )
    }
  },
})

function describe(reference: Reference, [type]: readonly ResourceType[]): string {
  const service = type && findService(reference, type.service)
  return type && service && typeof service !== 'string'
    ? `, whose type is ${type.name} of ${service.product}`
    : ''
}
