import { actionsMatching } from '#reference'
import { meaningOf } from '../action-meaning.ts'
import { accessFix, defineCheck, fix } from '../check.ts'
import { deleteEntry } from '../statement-edits.ts'
import { matchesNothing } from '../wording.ts'

/** A service that AWS has shut down, or a prefix it has replaced: no mistake of the author's, but nothing any more. */
export default defineCheck({
  id: 'retired-service-prefix',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  needs: 'names',
  action({ value, span }, context, statement) {
    const meaning = meaningOf(context)(value)
    if (meaning.kind !== 'withdrawn') return
    const { service, name } = meaning
    const successor = service.replacedBy && `${service.replacedBy}:${name}`
    const matches = successor ? actionsMatching(context.reference, successor) : []
    const advice = service.replacedBy ? ` Its place was taken by "${service.replacedBy}".` : ''
    const { edit, report } = context
    report(
      span,
      `AWS has withdrawn the service prefix "${service.prefix}" (${service.product}), so ${matchesNothing(statement)}.${advice}`,
      {
        fixes: [
          fix('Delete it', deleteEntry(context, statement, span)),
          successor && matches !== 'notLoaded' && matches.length > 0
            ? accessFix(`Change to "${successor}"`, edit.replace(span, successor))
            : undefined,
        ],
      },
    )
  },
})
