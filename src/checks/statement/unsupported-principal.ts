import { accessFix, defineCheck } from '../check.ts'
import { elementOf } from '../elements.ts'

const typeWords: Readonly<Record<string, string>> = {
  identity: 'an identity policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
}

/** A principal in a policy that is attached to the principal. */
export default defineCheck({
  id: 'unsupported-principal',
  severity: 'error',
  appliesTo: ['identity', 'boundary', 'session'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { edit, report, type } = context
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const found = elementOf(context, statement, name)
      if (!found) continue
      report(
        found.key.span,
        `${typeWords[type] ?? 'this policy'} is attached to its principal, so it cannot name one. If "${name}" is meant, the policy belongs on a resource.`,
        { fixes: [accessFix(`Delete "${name}"`, edit.deleteMembers([found.key.span]))] },
      )
    }
  },
})
