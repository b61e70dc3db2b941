import { whatFollows } from '../absent-key.ts'
import { accessFix, defineCheck } from '../check.ts'
import { renameKey } from '../condition-keys.ts'
import { replacedKeys } from './replaced-keys.ts'

/** A global key that AWS does not support any more. */
export default defineCheck({
  id: 'unsupported-global-condition-key',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    const { value, span } = clause.key
    const replaced = replacedKeys.get(value.toLowerCase())
    if (replaced?.state !== 'gone') return
    const choices = [replaced.by, 'aws:SourceArn']
    context.report(
      span,
      `AWS does not support the key "${value}", ${whatFollows(statement, clause)}. Use aws:PrincipalArn for the caller, or aws:SourceArn for the resource for which a service calls.`,
      {
        fixes: choices.map((name) =>
          accessFix(`Change to "${name}"`, renameKey(context, statement, clause, name)),
        ),
      },
    )
  },
})
