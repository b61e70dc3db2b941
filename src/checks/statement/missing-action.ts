import { accessFix, defineCheck, openingOf } from '../check.ts'
import { keyOf, lacks, nameOf } from '../elements.ts'

/** A statement that names no actions. */
export default defineCheck({
  id: 'missing-action',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    if (!lacks(context, statement, 'Action', 'NotAction')) return
    const { edit, report } = context
    report(
      openingOf(statement.span),
      `${nameOf(statement)} has neither "Action" nor "NotAction". AWS refuses a statement that does not say what it is about.`,
      {
        fixes: [
          accessFix(
            'Add an empty "Action"',
            edit.insertMember(
              statement.span,
              'Action',
              [],
              keyOf(context, statement, 'Principal', 'NotPrincipal', 'Effect', 'Sid'),
            ),
          ),
        ],
      },
    )
  },
})
