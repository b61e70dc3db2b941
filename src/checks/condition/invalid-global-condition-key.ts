import { nearestName } from '#policy'
import { globalConditionKeys, isUnlistedKey } from '#reference'
import { whatFollows } from '../absent-key.ts'
import { accessFix, defineCheck } from '../check.ts'
import { isAwsKey, keyOf, renameKey } from '../condition-keys.ts'
import { replacedKeys } from './replaced-keys.ts'

/** A key that begins with `aws:` and does not exist. */
export default defineCheck({
  id: 'invalid-global-condition-key',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { value, span } = clause.key
    const lower = value.toLowerCase()
    if (!lower.startsWith('aws:') || !isAwsKey(value) || keyOf(context)(clause) !== 'unknown')
      return
    // A tag key left out, and keys that once were, are other mistakes.
    if (/^aws:(?:resource|request|principal)tag\/?$/u.test(lower)) return
    if (replacedKeys.has(lower) || isUnlistedKey(value)) return
    const near = nearestKey(value)
    context.report(
      span,
      `there is no global condition key "${value}"${near ? `, did you mean "${near}"?` : '.'} No request carries it, ${whatFollows(statement, clause)}.`,
      {
        fixes: [
          near
            ? accessFix(`Change to "${near}"`, renameKey(context, statement, clause, near))
            : undefined,
        ],
      },
    )
  },
})

function nearestKey(written: string): string | undefined {
  const slash = written.indexOf('/')
  const tag = slash < 0 ? '' : written.slice(slash)
  const names = globalConditionKeys.map(({ name }) => name.replace(/\/\$\{.*$/u, '/'))
  const candidates = names.filter((name) => name.endsWith('/') === slash >= 0)
  const start = slash < 0 ? written : written.slice(0, slash + 1)
  const near =
    nearestName(start, candidates) ??
    candidates
      .filter((name) => start.toLowerCase().startsWith(name.toLowerCase()))
      .sort((a, b) => b.length - a.length)[0]
  return near && (near.endsWith('/') ? near.slice(0, -1) : near) + tag
}
