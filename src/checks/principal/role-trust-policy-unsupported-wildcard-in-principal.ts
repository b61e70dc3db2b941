import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'
import { narrowByArn } from './narrow-by-arn.ts'
import { isBare } from './principal-places.ts'

/** In a trust policy, too, a `*` stands alone, and only below `AWS`. */
export default defineCheck({
  id: 'role-trust-policy-unsupported-wildcard-in-principal',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer'],
  principal(pattern, context, statement) {
    const { kind, value, span } = pattern
    const { principal } = statement
    if (kind === 'Federated' || isOpen(value) || !/[*?]/u.test(value) || !principal) return
    const { edit, report } = context
    if (value === '*' && kind === 'AWS') {
      if (!isBare(principal, context) || principal.negated) return
      report(
        principal.key.span,
        '"Principal": "*" is not taken in a trust policy. IAM stores everyone as { "AWS": "*" }; name the accounts or roles that may assume this one.',
        { fixes: [accessFix('Change to { "AWS": "*" }', edit.replace(span, { AWS: '*' }))] },
      )
      return
    }
    report(
      span,
      `"${value}" has a wildcard ${value === '*' ? `for every ${kind}` : 'within a principal'}. In a trust policy only { "AWS": "*" } can have one; a condition with ArnLike on aws:PrincipalArn takes patterns.`,
      {
        fixes: [
          accessFix(
            'Use a condition on aws:PrincipalArn',
            narrowByArn(pattern, statement, context),
          ),
        ],
      },
    )
  },
})
