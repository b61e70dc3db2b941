import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { renameKey } from '../condition-keys.ts'

/** Keys about the caller's account and its organization, and those that say the same of the resource for which a service calls. */
const sourceKeys: readonly (readonly [key: string, instead: string])[] = [
  ['aws:PrincipalOrgID', 'aws:SourceOrgID'],
  ['aws:PrincipalOrgPaths', 'aws:SourceOrgPaths'],
]

/** A condition on the caller's organization in a statement about AWS services, which belong to none. */
export default defineCheck({
  id: 'unsupported-condition-key-for-service-principal',
  severity: 'error',
  appliesTo: ['resource'],
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    const patterns = statement.principal?.patterns ?? []
    const isService = patterns.length > 0 && patterns.every(({ kind }) => kind === 'Service')
    if (!isService || statement.principal?.negated) return
    if (clause.operator?.ifExists || clause.operator?.name === 'Null') return
    const found = sourceKeys.find(([key]) => isKeyOf(clause, key))
    if (!found) return
    const [key, instead] = found
    context.report(
      clause.key.span,
      `${key} is never in a request of a service principal, which belongs to no organization. ${instead} is the organization of the resource for which the service calls.`,
      {
        fixes: [
          accessFix(`Change to "${instead}"`, renameKey(context, statement, clause, instead)),
        ],
      },
    )
  },
})
