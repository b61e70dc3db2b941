import { accessFix, defineCheck } from '../check.ts'
import { usesOf } from '../resource-uses.ts'
import { moveActions } from '../statement-edits.ts'

/** An action that only `*` grants, listed with narrower resources. */
export default defineCheck({
  id: 'action-without-resource-support',
  severity: 'warning',
  appliesTo: ['identity', 'resource', 'boundary', 'session', 'scp', 'endpoint'],
  peers: ['parliament', 'cfn-lint', 'iam-policy-validator'],
  needs: 'details',
  statement(statement, context) {
    const uses = usesOf(context)(statement)
    const given = statement.resource
    if (!uses || !given || uses.everything || given.patterns.length === 0) return
    if (!given.patterns.every(({ value }) => value.startsWith('arn:'))) return
    const { edit, report } = context
    const first = given.patterns[0]?.value ?? ''
    const resources = given.patterns.length === 1 ? `"${first}"` : 'the listed resources'
    const alone = uses.entries.every(({ kind }) => kind === 'takesNone')
    const value = edit.valueOf(given.key.span)
    for (const { entry, kind, actions } of uses.entries) {
      if (kind !== 'takesNone') continue
      const fact =
        actions.length === 1
          ? `${actions[0]?.id ?? entry.value} cannot be limited to a resource.`
          : `"${entry.value}" matches ${actions.length} actions, and none of them can be limited to a resource.`
      report(entry.span, `${fact} With ${resources} it never matches; it needs Resource "*".`, {
        fixes: [
          alone && value
            ? accessFix('Change Resource to "*"', edit.replace(value, '*'))
            : accessFix(
                `Move "${entry.value}" to a statement with Resource "*"`,
                moveActions(context, statement, [entry], (copy) => ({ ...copy, Resource: '*' })),
              ),
        ],
      })
    }
  },
})
