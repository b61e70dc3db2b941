import { defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { credentialsOf } from './sensitive-actions.ts'
import { narrowResource, wideEntries } from './wide-actions.ts'

/** Actions that answer with credentials, on every resource. */
export default defineCheck({
  id: 'credentials-exposure',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['parliament community', 'cloudsplaining'],
  needs: 'names',
  statement(statement, context) {
    const wanted = (action: Parameters<typeof credentialsOf>[0]) =>
      credentialsOf(action) !== undefined
    for (const wide of wideEntries(statement, context, wanted)) {
      const { entry, actions } = wide
      const received = [...new Set(actions.flatMap((action) => credentialsOf(action) ?? []))]
      context.report(
        entry.span,
        `"${entry.value}" on every resource gives its holder ${listed(received)}. Resource can say for which.`,
        { fixes: [narrowResource(context, statement, wide)] },
      )
    }
  },
})
