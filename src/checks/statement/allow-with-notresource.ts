import { accessFix, defineCheck } from '../check.ts'
import { addStatementAfter } from '../statement-edits.ts'

/** Allow with NotResource allows the actions on all other resources, of other accounts too. */
export default defineCheck({
  id: 'allow-with-notresource',
  severity: 'security',
  appliesTo: ['identity', 'resource', 'session'],
  peers: ['parliament community', 'iam-policy-validator'],
  statement(statement, context) {
    const { effect, action, resource, principal } = statement
    if (effect?.value !== 'Allow' || !resource?.negated) return
    const values = resource.patterns.map(({ value }) => value)
    if (values.some((value) => /^\*+$/u.test(value))) return
    const { edit, report } = context
    const list = edit.valueOf(resource.key.span)
    const actions = action?.negated === false ? action.patterns.map(({ value }) => value) : []
    const denial =
      actions.length > 0 && !principal
        ? addStatementAfter(context, statement, {
            Effect: 'Deny',
            Action: actions.length === 1 ? actions[0] : actions,
            Resource: values.length === 1 ? values[0] : values,
          })
        : undefined
    report(
      resource.key.span,
      'Allow with NotResource allows the actions on every other resource: those made later, and those of every account that lets this one in.',
      {
        fixes: [
          accessFix(
            'Allow all resources and deny these',
            list &&
              denial && [
                ...edit.replace(resource.key.span, 'Resource'),
                ...edit.replace(list, '*'),
                ...denial,
              ],
          ),
        ],
      },
    )
  },
})
