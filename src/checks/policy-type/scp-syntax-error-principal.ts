import { accessFix, defineCheck, fix } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/** A service control policy is about whole accounts and names no principal. */
export default defineCheck({
  id: 'scp-syntax-error-principal',
  severity: 'error',
  appliesTo: ['scp'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { principal } = statement
    if (!principal) return
    const { edit, report } = context
    const deletion = edit.deleteMembers([principal.key.span])
    const values = principal.patterns.map(({ value }) => value)
    const everyone = !principal.negated && values.includes('*')
    const arns = values.length > 0 && values.every((value) => value.startsWith('arn:'))
    const condition = arns
      ? alsoRequire(
          context,
          statement,
          principal.negated ? 'ArnNotLike' : 'ArnLike',
          'aws:PrincipalArn',
          values.length > 1 ? values : values[0],
        )
      : undefined
    report(
      principal.key.span,
      `a service control policy takes no "${principal.key.value}": it is about all principals of the accounts it is attached to. A condition on aws:PrincipalArn narrows it.`,
      {
        fixes: [
          condition && deletion
            ? accessFix('Use a condition on aws:PrincipalArn', [...deletion, ...condition])
            : undefined,
          everyone
            ? fix(`Delete ${principal.key.value}`, deletion)
            : accessFix(`Delete ${principal.key.value}`, deletion),
        ],
      },
    )
  },
})
