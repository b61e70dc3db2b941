import { accessFix, defineCheck, fix } from '../check.ts'
import { elementOf } from '../elements.ts'

/** A list of resources with nothing in it. */
export default defineCheck({
  id: 'empty-array-resource',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report } = context
    for (const name of ['Resource', 'NotResource'] as const) {
      const found = elementOf(context, statement, name)
      if (found?.value?.kind !== 'array' || found.value.items.length > 0) continue
      const deletion = edit.deleteItems([statement.span])
      if (name === 'Resource')
        report(
          found.key.span,
          '"Resource" is an empty list, so the statement matches no request.',
          { fixes: [fix('Delete the statement', deletion)] },
        )
      else
        report(
          found.key.span,
          '"NotResource" is an empty list. That does not mean every resource: AWS leaves the statement out.',
          {
            fixes: [
              fix('Delete the statement', deletion),
              accessFix('Write "Resource": "*"', [
                ...edit.replace(found.key.span, 'Resource'),
                ...edit.replace(found.value.span, '*'),
              ]),
            ],
          },
        )
    }
  },
})
