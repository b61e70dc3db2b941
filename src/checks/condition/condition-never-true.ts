import type { ConditionClause } from '#policy'
import { defineCheck } from '../check.ts'
import { clausesByKey, excludeEachOther } from './key-constraints.ts'

/** Two parts of a condition that no request satisfies together. */
export default defineCheck({
  id: 'condition-never-true',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  statement(statement, { report }) {
    const { conditionKey, effect } = statement
    if (!conditionKey) return
    for (const clauses of clausesByKey(statement)) {
      const pair = contradiction(clauses)
      if (!pair) continue
      const verb = effect?.value === 'Deny' ? 'denies' : 'allows'
      report(
        conditionKey.span,
        `${words(pair[0])} and ${words(pair[1])} exclude each other, so this statement never ${verb} anything.`,
        {
          related: pair.map(({ span, operatorName }) => ({ span, message: operatorName.value })),
        },
      )
    }
  },
})

function contradiction(
  clauses: readonly ConditionClause[],
): readonly [ConditionClause, ConditionClause] | undefined {
  for (const [index, one] of clauses.entries())
    for (const other of clauses.slice(index + 1))
      if (excludeEachOther(one, other)) return [one, other]
  return undefined
}

function words({ operatorName, key, values }: ConditionClause): string {
  const [first, ...more] = values
  return `${operatorName.value} ${key.value} "${first?.value ?? ''}"${more.length > 0 ? ` (or ${more.length} more)` : ''}`
}
