import type { Statement } from '#policy'
import { defineCheck, type Context } from '../check.ts'
import { inclusionOf } from '../granted-actions.ts'
import { listed } from '../wording.ts'

/** Actions that change who has access to a resource, and what their holder could then allow itself. */
const writers: readonly { readonly change: string; readonly then: readonly string[] }[] = [
  { change: 's3:PutBucketPolicy', then: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
  { change: 's3:PutBucketAcl', then: ['s3:ListBucket', 's3:PutObject'] },
  { change: 's3:PutObjectAcl', then: ['s3:GetObject'] },
  // Objects that expire are deleted as well.
  { change: 's3:PutLifecycleConfiguration', then: ['s3:DeleteObject'] },
  { change: 'sqs:AddPermission', then: ['sqs:SendMessage', 'sqs:ReceiveMessage'] },
  { change: 'sqs:SetQueueAttributes', then: ['sqs:SendMessage', 'sqs:ReceiveMessage'] },
  { change: 'sns:AddPermission', then: ['sns:Publish', 'sns:Subscribe'] },
  { change: 'sns:SetTopicAttributes', then: ['sns:Publish', 'sns:Subscribe'] },
  { change: 'lambda:AddPermission', then: ['lambda:InvokeFunction'] },
  { change: 'ecr:SetRepositoryPolicy', then: ['ecr:BatchGetImage', 'ecr:PutImage'] },
  { change: 'secretsmanager:PutResourcePolicy', then: ['secretsmanager:GetSecretValue'] },
]

/** Someone who may not do a thing, but may write the policy that allows it. */
export default defineCheck({
  id: 'resource-policy-privilege-escalation',
  severity: 'security',
  appliesTo: ['resource'],
  peers: ['parliament'],
  statement(statement, context) {
    if (statement.effect?.value !== 'Allow' || !namesSomeone(statement)) return
    const reported = new Set<number>()
    for (const { change, then } of writers) {
      const inclusion = inclusionOf(statement, change)
      if (!inclusion || inclusion.how === 'leftIn') continue
      const { span, value } = inclusion.entry
      const gained = then.filter((action) => !isAllowed(action, statement, context))
      if (gained.length === 0 || reported.has(span.start)) continue
      reported.add(span.start)
      const by = inclusion.how === 'byName' ? `"${value}"` : `"${value}" (${change})`
      context.report(
        span,
        `these principals are not allowed ${listed(gained)}, but ${by} lets them change who is: they can allow it to themselves.`,
      )
    }
  },
})

/** Accounts as a whole own what is in them; for everyone there is a finding of its own. */
function namesSomeone({ principal }: Statement): boolean {
  return (
    principal?.negated === false &&
    principal.patterns.some(
      ({ kind, value }) => kind === 'AWS' && /:(?:user|role|assumed-role)\//u.test(value),
    )
  )
}

/** Whether an Allow of the policy gives the action to all principals of the statement. */
function isAllowed(action: string, { principal }: Statement, { document }: Context): boolean {
  return document.statements.some((other) => {
    const listedThere = new Set(other.principal?.patterns.map(({ value }) => value))
    return (
      other.effect?.value === 'Allow' &&
      other.principal?.negated === false &&
      inclusionOf(other, action) !== undefined &&
      (listedThere.has('*') || principal?.patterns.every(({ value }) => listedThere.has(value)))
    )
  })
}
