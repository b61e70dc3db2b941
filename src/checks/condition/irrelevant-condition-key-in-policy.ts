import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { deleteClause } from './empty-values.ts'

/** Keys that name the owner of the resource, which a policy on that resource need not ask. */
const ownerKeys = [
  's3:ResourceAccount',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
]

/** A condition on the owner of the resource, in the policy of that very resource. */
export default defineCheck({
  id: 'irrelevant-condition-key-in-policy',
  severity: 'suggestion',
  appliesTo: ['resource'],
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    if (!isKeyOf(clause, ...ownerKeys)) return
    context.report(
      clause.key.span,
      `${clause.key.value} is the owner of the resource that this policy is attached to, so the answer is always the same.`,
      { fixes: [accessFix('Delete the condition', deleteClause(clause, statement, context))] },
    )
  },
})
