import { readAwsPrincipal } from '../aws-principal.ts'
import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf, narrows } from '../condition-clauses.ts'
import { alsoRequire } from '../condition-edits.ts'

/** What keeps a stranger from making the trusted account act for them. */
const safeguards = [
  'sts:ExternalId',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceOrgID',
]

/** An account as a whole is trusted, with nothing that tells one of its customers from another. */
export default defineCheck({
  id: 'trust-other-account-without-external-id',
  severity: 'suggestion',
  appliesTo: ['trust'],
  peers: ['cloudsplaining'],
  principal({ kind, value, span }, context, statement) {
    const { principal, effect, conditions } = statement
    if (kind !== 'AWS' || principal?.negated !== false || effect?.value !== 'Allow') return
    const named = readAwsPrincipal(value)
    if (named.kind !== 'account') return
    if (conditions.some((clause) => isKeyOf(clause, ...safeguards) && narrows(clause))) return
    context.report(
      span,
      `every principal that account ${named.account} lets assume roles can assume this one. If it is a vendor's account, its other customers could be used against you; sts:ExternalId tells them apart.`,
      {
        fixes: [
          accessFix(
            'Add a condition on sts:ExternalId',
            alsoRequire(context, statement, 'StringEquals', 'sts:ExternalId', '<external-id>'),
          ),
        ],
      },
    )
  },
})
