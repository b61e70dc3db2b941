import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'

/** A trust policy names who may assume the role; it cannot name who may not. */
export default defineCheck({
  id: 'role-trust-policy-syntax-error-notprincipal',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer'],
  statement(statement, context) {
    const { principal, effect } = statement
    if (!principal?.negated) return
    const { edit, report } = context
    const value = edit.valueOf(principal.key.span)
    const arns = principal.patterns.map((pattern) => pattern.value)
    const takesArns =
      arns.length > 0 && arns.every((arn) => /^arn:[^*?]+:(?:user|role)\//u.test(arn))
    const condition =
      takesArns && effect?.value === 'Deny'
        ? alsoRequire(
            context,
            statement,
            'ArnNotEquals',
            'aws:PrincipalArn',
            arns.length > 1 ? arns : arns[0],
          )
        : undefined
    report(
      principal.key.span,
      'a trust policy takes no "NotPrincipal". Name who may assume the role in "Principal"; to spare some from a Deny, test aws:PrincipalArn.',
      {
        fixes: [
          accessFix(
            'Change to everyone and a condition on aws:PrincipalArn',
            value &&
              condition && [
                ...edit.replace(principal.key.span, 'Principal'),
                ...edit.replace(value, { AWS: '*' }),
                ...condition,
              ],
          ),
        ],
      },
    )
  },
})
