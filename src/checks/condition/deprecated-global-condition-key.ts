import { accessFix, defineCheck } from '../check.ts'
import { renameKey } from '../condition-keys.ts'
import { replacedKeys } from './replaced-keys.ts'

/** A global key that has a successor. */
export default defineCheck({
  id: 'deprecated-global-condition-key',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    const { value, span } = clause.key
    const replaced = replacedKeys.get(value.toLowerCase())
    if (replaced?.state !== 'old') return
    context.report(
      span,
      `AWS has replaced the key "${value}", and only a few requests still carry it. Use "${replaced.by}".`,
      {
        fixes: [
          accessFix(
            `Change to "${replaced.by}"`,
            renameKey(context, statement, clause, replaced.by),
          ),
        ],
      },
    )
  },
})
