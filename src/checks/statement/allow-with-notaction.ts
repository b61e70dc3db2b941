import { actionsMatching, allServices, type Reference } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { inclusionOf } from '../granted-actions.ts'
import { addStatementAfter } from '../statement-edits.ts'
import { listed } from '../wording.ts'

/** Actions whose absence from the list surprises most, the worst first. */
const risky = [
  'iam:CreateAccessKey',
  'iam:AttachRolePolicy',
  'iam:PassRole',
  'sts:AssumeRole',
  'organizations:LeaveOrganization',
  'kms:Decrypt',
  's3:GetObject',
  'lambda:UpdateFunctionCode',
  'secretsmanager:GetSecretValue',
]

/** Allow with NotAction allows all other actions, tomorrow's included. */
export default defineCheck({
  id: 'allow-with-notaction',
  severity: 'security',
  appliesTo: ['identity', 'resource', 'session'],
  peers: ['iam-policy-validator'],
  statement(statement, context) {
    const { effect, action } = statement
    if (effect?.value !== 'Allow' || !action?.negated) return
    const values = action.patterns.map(({ value }) => value)
    if (values.some((value) => /^\*+(?::\*+)?$/u.test(value))) return
    const { edit, reference, report } = context
    const left = risky.filter((name) => inclusionOf(statement, name)).slice(0, 3)
    const count = countLeft(reference, values)
    const list = edit.valueOf(action.key.span)
    const denial = addStatementAfter(context, statement, {
      Effect: 'Deny',
      Action: values.length === 1 ? values[0] : values,
      Resource: '*',
    })
    report(
      action.key.span,
      `Allow with NotAction allows every other action${count === undefined ? '' : `, ${count} today`}, and those AWS adds later.${
        left.length > 0 ? ` ${listed(left)} ${left.length > 1 ? 'are' : 'is'} among them.` : ''
      }`,
      {
        fixes: statement.principal
          ? []
          : [
              accessFix(
                'Allow everything and deny these',
                list &&
                  denial && [
                    ...edit.replace(action.key.span, 'Action'),
                    ...edit.replace(list, '*'),
                    ...denial,
                  ],
              ),
            ],
      },
    )
  },
})

/** How many actions match none of the patterns; undefined until the names are loaded. */
function countLeft(reference: Reference, patterns: readonly string[]): number | undefined {
  const services = allServices(reference)
  if (services === 'notLoaded') return undefined
  const excepted = new Set(
    patterns.flatMap((pattern) => {
      const actions = actionsMatching(reference, pattern)
      return actions === 'notLoaded' ? [] : actions
    }),
  )
  return services.reduce((sum, { actions }) => sum + actions.length, -excepted.size)
}
