import { accessFix, defineCheck, openingOf } from '../check.ts'
import { keyOf, lacks, nameOf } from '../elements.ts'

/** A statement that does not say whether it allows or denies. */
export default defineCheck({
  id: 'missing-effect',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    if (!lacks(context, statement, 'Effect')) return
    const { edit, report } = context
    report(
      openingOf(statement.span),
      `${nameOf(statement)} has no "Effect". There is no default: it must say "Allow" or "Deny".`,
      {
        fixes: ['Allow', 'Deny'].map((effect) =>
          accessFix(
            `Add "Effect": "${effect}"`,
            edit.insertMember(statement.span, 'Effect', effect, keyOf(context, statement, 'Sid')),
          ),
        ),
      },
    )
  },
})
