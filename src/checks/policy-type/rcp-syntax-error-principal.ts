import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/** The principal of a resource control policy is everyone. */
export default defineCheck({
  id: 'rcp-syntax-error-principal',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement(statement, context) {
    const { principal } = statement
    const named = principal?.patterns.filter(({ value }) => value !== '*') ?? []
    const [first, ...more] = named
    if (!principal || principal.negated || !first) return
    const { edit, report } = context
    const value = edit.valueOf(principal.key.span)
    const asArn = first.kind === 'AWS' && first.value.startsWith('arn:') && more.length === 0
    const asAccount = first.kind === 'AWS' && /^\d{12}$/u.test(first.value) && more.length === 0
    const condition = asArn
      ? alsoRequire(context, statement, 'ArnLike', 'aws:PrincipalArn', first.value)
      : asAccount
        ? alsoRequire(context, statement, 'StringEquals', 'aws:PrincipalAccount', first.value)
        : undefined
    report(
      more.length > 0 ? principal.key.span : first.span,
      `the Principal of a resource control policy is "*" and nothing else. A condition on aws:PrincipalArn or aws:PrincipalOrgID narrows it.`,
      {
        fixes: [
          value && condition
            ? accessFix('Change to "*" and a condition', [
                ...edit.replace(value, '*'),
                ...condition,
              ])
            : undefined,
          accessFix('Change to "*"', value && edit.replace(value, '*')),
        ],
      },
    )
  },
})
