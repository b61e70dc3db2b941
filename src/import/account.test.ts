import { expect, it } from 'vitest'
import { runScenario } from '#workspace'
import { stackOf } from './account.ts'
import { importText } from './import-text.ts'

const statement = (Action: string, Effect = 'Allow') => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource: '*' }],
})
const arn = (rest: string) => `arn:aws:iam::111122223333:${rest}`
const managed = (name: string, action: string) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  DefaultVersionId: 'v2',
  PolicyVersionList: [
    { VersionId: 'v1', IsDefaultVersion: false, Document: statement('old:*') },
    {
      VersionId: 'v2',
      IsDefaultVersion: true,
      Document: encodeURIComponent(JSON.stringify(statement(action))),
    },
  ],
})
const answer = {
  UserDetailList: [
    {
      UserName: 'alice',
      Arn: arn('user/eu/alice'),
      GroupList: ['readers', 'gone'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: statement('sqs:SendMessage') }],
      AttachedManagedPolicies: [
        { PolicyName: 'ec2', PolicyArn: arn('policy/ec2') },
        { PolicyName: 'missing', PolicyArn: arn('policy/missing') },
      ],
      PermissionsBoundary: { PermissionsBoundaryArn: arn('policy/limit') },
      Tags: [{ Key: 'team', Value: 'red' }],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'readers',
      Arn: arn('group/readers'),
      GroupPolicyList: [{ PolicyName: 'own', PolicyDocument: statement('s3:GetObject') }],
      AttachedManagedPolicies: [],
    },
  ],
  RoleDetailList: [
    {
      RoleName: 'app',
      Arn: arn('role/app'),
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: arn('user/eu/alice') }, Action: 'sts:AssumeRole' },
        ],
      },
      RolePolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: 'ec2', PolicyArn: arn('policy/ec2') }],
      PermissionsBoundary: { PermissionsBoundaryArn: arn('policy/nowhere') },
    },
    { RoleName: 'nameless' },
  ],
  Policies: [managed('ec2', 'ec2:*'), managed('limit', '*')],
}
const found = importText(JSON.stringify(answer))
const details = found.kind === 'account' ? found.details : expect.fail(found.kind)

it('lists the principals', () => {
  expect(found).toMatchObject({
    principals: [
      { kind: 'user', name: 'alice', arn: arn('user/eu/alice') },
      { kind: 'role', name: 'app', arn: arn('role/app') },
    ],
  })
})

it("builds a user's stack: own, managed and group policies, and the boundary", () => {
  const stack = stackOf(details, arn('user/eu/alice'))!
  expect(stack.principal).toEqual({ arn: arn('user/eu/alice'), tags: { team: 'red' } })
  expect(stack.workspace.policies.map(({ name, type }) => [name, type])).toEqual([
    ['own', 'identity'],
    ['ec2', 'identity'],
    ['own 2', 'identity'],
    ['limit (boundary)', 'boundary'],
  ])
  expect(stack.notes).toEqual([
    "The group gone isn't in the answer.",
    `${arn('policy/missing')}, attached to alice, has no text in the answer.`,
  ])
  const decide = (action: string) =>
    runScenario(stack.workspace, {
      name: action,
      principal: stack.principal,
      action,
      resource: { arn: '*' },
    }).decision.verdict
  expect(['s3:GetObject', 'ec2:RunInstances', 'sqs:SendMessage', 'old:Action'].map(decide)).toEqual(
    ['allow', 'allow', 'allow', 'implicitDeny'],
  )
})

it("builds a role's stack, with who may assume it", () => {
  const stack = stackOf(details, arn('role/app'))!
  expect(stack.workspace.policies).toMatchObject([
    { name: 'ec2', type: 'identity' },
    { name: 'app trust', type: 'resource', attachedTo: [arn('role/app')] },
  ])
  expect(stack.notes[0]).toContain(arn('policy/nowhere'))
})

it('has no stack for anybody else', () => {
  expect(stackOf(details, arn('user/mallory'))).toBeUndefined()
})

it('takes what is named twice once', () => {
  const policy = { PolicyName: 'ec2', PolicyArn: arn('policy/ec2') }
  const repeated = importText(
    JSON.stringify({
      UserDetailList: [
        {
          UserName: 'bob',
          Arn: arn('user/bob'),
          GroupList: ['readers', 'readers', 'readers'],
          AttachedManagedPolicies: [policy, policy, policy],
        },
      ],
      GroupDetailList: answer.GroupDetailList,
      Policies: answer.Policies,
    }),
  )
  if (repeated.kind !== 'account') return expect.fail(repeated.kind)
  const stack = stackOf(repeated.details, arn('user/bob'))
  expect(stack?.workspace.policies.map(({ name }) => name)).toEqual(['ec2', 'own'])
})
