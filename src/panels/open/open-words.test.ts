import { importText } from '#import'
import { expect, test } from 'vitest'
import { count, looksLike, shortened } from './open-words.ts'

const statement = { Effect: 'Allow', Action: '*', Resource: '*' }
const policy = { Version: '2012-10-17', Statement: [statement] }
const workspace = { sidelight: 1, policies: [], scenarios: [] }

test.each([
  [policy, 'Looks like a policy.'],
  [[policy, policy], 'Looks like 2 policies.'],
  [workspace, 'Looks like a workspace.'],
  [[workspace, workspace, workspace], 'Looks like 3 workspaces.'],
  [{ PolicyVersion: { Document: policy } }, 'Looks like an answer of the AWS CLI with 1 policy.'],
  [
    {
      Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policy } } },
    },
    'Looks like a CloudFormation template with 1 policy.',
  ],
  [
    { UserDetailList: [{ Arn: 'arn:aws:iam::111122223333:user/a', UserName: 'a' }] },
    'Looks like the details of an account with 1 user or role.',
  ],
])('%j', (value, words) => {
  const imported = importText(JSON.stringify(value))
  expect(imported.kind === 'unreadable' ? imported.message : looksLike(imported)).toBe(words)
})

test('numbers have a comma between thousands', () => {
  expect(count(1204, 'policy', 'policies')).toBe('1,204 policies')
})

test('long texts are cut, and it shows', () => {
  expect(shortened('abc', 2)).toBe('ab…')
  expect(shortened('abc', 3)).toBe('abc')
})
