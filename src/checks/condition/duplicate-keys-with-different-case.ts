import type { ConditionClause } from '#policy'
import { accessFix, defineCheck, fix } from '../check.ts'

/** One key twice under one operator, in different case: to IAM it is the same key. */
export default defineCheck({
  id: 'duplicate-keys-with-different-case',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ conditions }, { edit, lineAt, report }) {
    const first = new Map<string, ConditionClause>()
    for (const clause of conditions) {
      const { key, operatorName, values } = clause
      const name = `${operatorName.span.start} ${key.value.toLowerCase()}`
      const earlier = first.get(name)
      if (!earlier) {
        first.set(name, clause)
        continue
      }
      const list = edit.valueOf(earlier.key.span)
      const deletion = edit.deleteMembers([key.span])
      const merged = [...new Set([...earlier.values, ...values].map(({ value }) => value))]
      report(
        key.span,
        `"${key.value}" and "${earlier.key.value}" in line ${lineAt(earlier.key.span.start)} are the same key, since case does not matter in keys. AWS rejects the policy.`,
        {
          related: [{ span: earlier.key.span, message: 'the first one' }],
          fixes: [
            accessFix(
              'Merge the values',
              list && deletion && [...edit.replace(list, merged), ...deletion],
            ),
            fix('Delete this one', deletion),
          ].slice(0, deletion ? 2 : 0),
        },
      )
    }
  },
})
