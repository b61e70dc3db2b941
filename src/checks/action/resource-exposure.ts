import { defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { opensResource } from './sensitive-actions.ts'
import { narrowResource, wideEntries } from './wide-actions.ts'

/** Writing the policies of resources, on every resource. */
export default defineCheck({
  id: 'resource-exposure',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['parliament community', 'cloudsplaining', 'iam-policy-validator'],
  needs: 'names',
  statement(statement, context) {
    for (const wide of wideEntries(statement, context, opensResource)) {
      const { entry, actions } = wide
      const ids = actions.map(({ id }) => id)
      const what =
        ids[0]?.toLowerCase() === entry.value.toLowerCase()
          ? `${ids[0]} on every resource`
          : `"${entry.value}" includes ${listed(ids)}, here on every resource; that`
      context.report(entry.span, `${what} lets the holder open any of them to anyone.`, {
        fixes: [narrowResource(context, statement, wide)],
      })
    }
  },
})
