import { accessFix, defineCheck } from '../check.ts'
import { elementOf } from '../elements.ts'

const pairs = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const

/** An element together with its opposite. */
export default defineCheck({
  id: 'unsupported-element-combination',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    const { edit, report } = context
    for (const [plain, opposite] of pairs) {
      const both = [elementOf(context, statement, plain), elementOf(context, statement, opposite)]
      const [first, second] = both.flatMap((member) => member ?? [])
      if (!first || !second) continue
      const later = first.span.start < second.span.start ? second : first
      report(
        later.key.span,
        `the statement has both "${plain}" and "${opposite}". Only one of them can stand in a statement; AWS refuses the two together.`,
        {
          fixes: [first, second].map(({ key }) =>
            accessFix(`Delete "${key.value}"`, edit.deleteMembers([key.span])),
          ),
        },
      )
    }
  },
})
