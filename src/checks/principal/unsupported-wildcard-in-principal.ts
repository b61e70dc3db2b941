import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'
import { narrowByArn } from './narrow-by-arn.ts'

/** In a principal a `*` stands alone or not at all. */
export default defineCheck({
  id: 'unsupported-wildcard-in-principal',
  severity: 'error',
  appliesTo: ['resource', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  principal(pattern, context, statement) {
    const { kind, value, span } = pattern
    if (kind === 'Federated' || value === '*' || !/[*?]/u.test(value) || isOpen(value)) return
    context.report(
      span,
      `"${value}" has a wildcard within a principal. There "*" stands alone or not at all; a condition with ArnLike on aws:PrincipalArn takes patterns.`,
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
