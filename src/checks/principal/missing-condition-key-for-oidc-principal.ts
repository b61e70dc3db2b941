import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'
import { claimOf, issuerOf } from './oidc-claims.ts'

/** The claims by which the users of a provider are told apart; for most `aud`, whom a token is for, and `sub`, who it is about. */
function claimsOf(issuer: string): readonly string[] {
  if (issuer === 'graph.facebook.com' || issuer === 'www.amazon.com') return ['app_id']
  return issuer.startsWith('cognito-identity') ? ['aud', 'amr'] : ['aud', 'sub']
}

/** A role that any token of a provider opens. */
export default defineCheck({
  id: 'missing-condition-key-for-oidc-principal',
  severity: 'security',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  principal(pattern, context, statement) {
    const token = issuerOf(pattern, statement)
    // GitHub has a check of its own, which asks for more.
    if (!token || token.isGithub) return
    if (statement.conditions.some((clause) => claimOf(clause, token) !== undefined)) return
    const { issuer } = token
    const claims = claimsOf(issuer).map((claim) => ({ claim, key: `${issuer}:${claim}` }))
    context.report(
      pattern.span,
      `any token that ${issuer} issues opens this role. Conditions on ${claims.map(({ key }) => key).join(' and ')} say which.`,
      {
        fixes: claims.map(({ claim, key }) =>
          accessFix(
            `Add ${key}`,
            // What an identity pool knows of its users is a list; the rest are single values.
            claim === 'amr'
              ? alsoRequire(context, statement, 'ForAnyValue:StringLike', key, 'authenticated')
              : alsoRequire(context, statement, 'StringEquals', key, '<value>'),
          ),
        ),
      },
    )
  },
})
