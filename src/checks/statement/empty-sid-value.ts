import { defineCheck, fix } from '../check.ts'
import { keyOf } from '../elements.ts'
import { freeSid, sidOf } from './sids.ts'

/** A Sid that says nothing. */
export default defineCheck({
  id: 'empty-sid-value',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { sid } = statement
    if (sid?.value !== '') return
    const { document, edit, report } = context
    const name = sidOf(statement)
    const key = keyOf(context, statement, 'Sid')
    report(sid.span, 'the Sid is empty, so it says nothing. It can be left out.', {
      fixes: [
        fix('Delete it', key && edit.deleteMembers([key])),
        name
          ? fix(
              `Name it ${freeSid(document, name)}`,
              edit.replace(sid.span, freeSid(document, name)),
            )
          : undefined,
      ],
    })
  },
})
