import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'
import { claimOf, demands, issuerOf } from './oidc-claims.ts'

/**
 * Claims that say which repository, organization or workflow a token is for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const places =
  /^(?:sub|repository|job_workflow_ref|enterprise|environment)(?:_(?:id|owner|owner_id))?$/u

/** GitHub's tokens look alike but for who they are about; without that, every repository opens the role. */
export default defineCheck({
  id: 'missing-github-repo-condition-key',
  severity: 'security',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  principal(pattern, context, statement) {
    const token = issuerOf(pattern, statement)
    if (!token?.isGithub) return
    const limited = statement.conditions.some(
      (clause) => demands(clause) && places.test(claimOf(clause, token) ?? ''),
    )
    if (limited) return
    const key = `${token.issuer}:sub`
    context.report(
      pattern.span,
      `a workflow of any repository on GitHub can assume this role. A condition on ${key} says which repository.`,
      {
        fixes: [
          accessFix(
            `Add ${key}`,
            alsoRequire(context, statement, 'StringLike', key, 'repo:<owner>/<name>:*'),
          ),
        ],
      },
    )
  },
})
