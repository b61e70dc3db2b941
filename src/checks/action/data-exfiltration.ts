import { defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { contentOf } from './sensitive-actions.ts'
import { narrowResource, wideEntries } from './wide-actions.ts'

/** Reading whatever an account keeps. */
export default defineCheck({
  id: 'data-exfiltration',
  severity: 'security',
  appliesTo: ['identity'],
  peers: ['cloudsplaining', 'iam-policy-validator'],
  needs: 'names',
  statement(statement, context) {
    const wanted = (action: Parameters<typeof contentOf>[0]) => contentOf(action) !== undefined
    for (const wide of wideEntries(statement, context, wanted)) {
      const { entry, actions } = wide
      const contents = [...new Set(actions.flatMap((action) => contentOf(action) ?? []))]
      context.report(
        entry.span,
        `"${entry.value}" on every resource lets its holder read ${listed(contents)}. Resource can name the ones that are needed.`,
        { fixes: [narrowResource(context, statement, wide)] },
      )
    }
  },
})
