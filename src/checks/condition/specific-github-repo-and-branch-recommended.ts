import { defineCheck } from '../check.ts'
import { claimOf, demands, issuerOf } from '../principal/oidc-claims.ts'

/** A pattern for GitHub's `sub` that takes repositories nobody named. */
export default defineCheck({
  id: 'specific-github-repo-and-branch-recommended',
  severity: 'warning',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  condition(clause, { report }, statement) {
    const { operator, values } = clause
    if (!demands(clause) || !operator?.entry.wildcards) return
    const tokens = (statement.principal?.patterns ?? []).flatMap(
      (pattern) => issuerOf(pattern, statement) ?? [],
    )
    if (!tokens.some((token) => token.isGithub && claimOf(clause, token) === 'sub')) return
    for (const { value, span } of values) {
      const who = whoIsLetIn(value)
      if (who === undefined) continue
      report(
        span,
        `"${value}" lets in ${who}. A subject names owner and repository: repo:owner/name:ref:refs/heads/main.`,
      )
    }
  },
})

/** In words, whom a pattern with an open owner or repository takes; undefined if it names both. */
function whoIsLetIn(pattern: string): string | undefined {
  if (!/^[*?]|^repo:/u.test(pattern)) return undefined
  const [owner = '', repository] = pattern.replace(/^repo:/u, '').split('/')
  if (/^[*?]/u.test(owner) || /^[*?]/u.test(pattern)) return 'any repository on GitHub'
  if (/[*?]/u.test(owner))
    return `the repositories of every owner whose name begins with "${owner.replace(/[*?].*$/u, '')}", and anyone can register such a name`
  if (repository === undefined || /^[*?]+(?:$|:)/u.test(repository))
    return `every repository of ${owner}, later ones included`
  return undefined
}
