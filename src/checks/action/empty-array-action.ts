import { accessFix, defineCheck, fix } from '../check.ts'
import { elementOf } from '../elements.ts'

/** A list of actions with nothing in it. */
export default defineCheck({
  id: 'empty-array-action',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report } = context
    for (const name of ['Action', 'NotAction'] as const) {
      const found = elementOf(context, statement, name)
      if (found?.value?.kind !== 'array' || found.value.items.length > 0) continue
      const deletion = edit.deleteItems([statement.span])
      if (name === 'Action')
        report(found.key.span, '"Action" is an empty list, so the statement matches no request.', {
          fixes: [fix('Delete the statement', deletion)],
        })
      else
        report(
          found.key.span,
          '"NotAction" is an empty list. That does not mean every action: AWS leaves the statement out.',
          {
            fixes: [
              fix('Delete the statement', deletion),
              accessFix(
                'Write "Action": "*"',
                edit.valueOf(found.key.span) && [
                  ...edit.replace(found.key.span, 'Action'),
                  ...edit.replace(found.value.span, '*'),
                ],
              ),
            ],
          },
        )
    }
  },
})
