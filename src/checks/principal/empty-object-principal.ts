import { accessFix, defineCheck } from '../check.ts'
import { elementOf } from '../elements.ts'

/** A Principal that names no kind of principal. */
export default defineCheck({
  id: 'empty-object-principal',
  severity: 'suggestion',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report } = context
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const found = elementOf(context, statement, name)
      if (found?.value?.kind !== 'object' || found.value.members.length > 0) continue
      report(
        found.key.span,
        `"${name}" is empty: nobody is meant. It takes "AWS", "Service", "Federated" or "CanonicalUser".`,
        {
          fixes: [
            accessFix('Add "AWS"', edit.insertMember(found.value.span, 'AWS', [])),
            accessFix('Add "Service"', edit.insertMember(found.value.span, 'Service', [])),
          ],
        },
      )
    }
  },
})
