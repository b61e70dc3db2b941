import { accessFix, defineCheck, openingOf } from '../check.ts'
import { keyOf, lacks, nameOf } from '../elements.ts'

/** A statement of a policy on a resource that does not say whom it is about. */
export default defineCheck({
  id: 'missing-principal',
  severity: 'error',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    if (!lacks(context, statement, 'Principal', 'NotPrincipal')) return
    const { edit, report, type } = context
    const everyone = type === 'rcp' || type === 'endpoint'
    const value = everyone ? '*' : { AWS: [] }
    report(
      openingOf(statement.span),
      `${nameOf(statement)} has no "Principal". A policy on a resource must say whom it is about${
        everyone ? '; here that is usually "*".' : '.'
      }`,
      {
        fixes: [
          accessFix(
            everyone ? 'Add "Principal": "*"' : 'Add an empty "Principal"',
            edit.insertMember(
              statement.span,
              'Principal',
              value,
              keyOf(context, statement, 'Effect', 'Sid'),
            ),
          ),
        ],
      },
    )
  },
})
