import { defineCheck, fix } from '../check.ts'
import { elementOf } from '../elements.ts'

/** A list of principals with nothing in it. */
export default defineCheck({
  id: 'empty-array-principal',
  severity: 'suggestion',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report } = context
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const value = elementOf(context, statement, name)?.value
      if (value?.kind !== 'object') continue
      for (const { key, value: list } of value.members) {
        if (list?.kind !== 'array' || list.items.length > 0) continue
        const alone = value.members.length === 1
        report(
          key.span,
          `the list of "${key.value}" principals is empty: nobody is meant.${alone ? ' The statement matches no request.' : ''}`,
          {
            fixes: [
              alone
                ? fix('Delete the statement', edit.deleteItems([statement.span]))
                : fix('Delete the entry', edit.deleteMembers([key.span])),
            ],
          },
        )
      }
    }
  },
})
