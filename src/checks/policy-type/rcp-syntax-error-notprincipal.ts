import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/** A resource control policy does not know `NotPrincipal`. */
export default defineCheck({
  id: 'rcp-syntax-error-notprincipal',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement(statement, context) {
    const { principal } = statement
    if (!principal?.negated) return
    const { edit, report } = context
    const value = edit.valueOf(principal.key.span)
    const arns = principal.patterns.map((pattern) => pattern.value)
    const condition =
      arns.length > 0 && arns.every((arn) => arn.startsWith('arn:'))
        ? alsoRequire(
            context,
            statement,
            'ArnNotLike',
            'aws:PrincipalArn',
            arns.length > 1 ? arns : arns[0],
          )
        : undefined
    report(
      principal.key.span,
      'a resource control policy takes no "NotPrincipal". Its Principal is "*", and a condition on aws:PrincipalArn or aws:PrincipalOrgID spares some.',
      {
        fixes: [
          value && condition
            ? accessFix('Change to "*" and a condition', [
                ...edit.replace(principal.key.span, 'Principal'),
                ...edit.replace(value, '*'),
                ...condition,
              ])
            : undefined,
        ],
      },
    )
  },
})
