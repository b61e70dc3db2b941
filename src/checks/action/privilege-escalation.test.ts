import { describe, expect, test } from 'vitest'
import { readPolicy, type GrammarType } from '#policy'
import { emptyReference } from '#reference'
import { runChecks } from '../run.ts'
import { escalationMethods } from './escalation-methods.ts'

const policy = (...statements: readonly object[]) =>
  readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }))

const allow = (Action: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})

/** The messages for a policy, with the other policies of its principal. */
const found = (
  own: readonly object[],
  others: readonly { readonly type?: GrammarType; readonly statements: readonly object[] }[] = [],
) =>
  runChecks(policy(...own), 'identity', {
    reference: emptyReference,
    siblings: others.map(({ type = 'identity', statements }, index) => ({
      name: `other ${index + 1}`,
      type,
      source: policy(...statements),
    })),
  })
    .filter(({ id }) => id === 'privilege-escalation')
    .map(({ message }) => message)

test.each(escalationMethods.map((method) => [method.sentence, method] as const))(
  'the holder can %s',
  (sentence, { actions }) => {
    const all = actions.map((action) => [action].flat()[0] ?? '')
    expect(found([allow(all)])).toEqual([expect.stringContaining(`the holder can ${sentence}: `)])
    for (const missing of all)
      expect(found([allow(all.filter((action) => action !== missing))])).toEqual([])
  },
)

describe('the policies of one principal', () => {
  const run = allow('ec2:RunInstances')
  const pass = allow('iam:PassRole')

  test('are judged together, and the finding names the other policy', () => {
    expect(found([run], [{ statements: [pass] }])).toEqual([
      'the holder can start an instance with any role and read its credentials: ec2:RunInstances (line 1) and iam:PassRole (in "other 1").',
    ])
  })

  test('say nothing of ways that lie in another one alone', () => {
    expect(found([allow('s3:GetObject')], [{ statements: [run, pass] }])).toEqual([])
  })

  test('deny for each other', () => {
    const deny = { Effect: 'Deny', Action: 'iam:*', Resource: '*' }
    expect(found([run, pass], [{ statements: [deny] }])).toEqual([])
    expect(found([run, pass], [{ type: 'boundary', statements: [deny] }])).toEqual([])
  })

  test('do not grant in a boundary', () => {
    expect(found([run], [{ type: 'boundary', statements: [pass] }])).toEqual([])
  })
})

describe('what stops a way', () => {
  const passTo = (operator: string, service: string) =>
    found([
      allow('ec2:RunInstances'),
      allow('iam:PassRole', { Condition: { [operator]: { 'iam:PassedToService': service } } }),
    ])

  test('passing roles to other services', () => {
    expect(passTo('StringEquals', 'lambda.amazonaws.com')).toEqual([])
    expect(passTo('StringNotEquals', 'ec2.amazonaws.com')).toEqual([])
    expect(passTo('StringEquals', 'ec2.amazonaws.com')).toHaveLength(1)
    expect(passTo('StringLike', 'ec2.*')).toHaveLength(1)
  })

  test('a boundary that new permissions need, or a tag of the target', () => {
    const when = (key: string) =>
      found([allow('iam:PutRolePolicy', { Condition: { StringEquals: { [key]: 'x' } } })])
    expect(when('iam:PermissionsBoundary')).toEqual([])
    expect(when('iam:ResourceTag/team')).toEqual([])
    expect(when('aws:RequestedRegion')).toHaveLength(1)
  })

  test('a Deny of the same action, but not one that leaves most targets', () => {
    const withDeny = (resource: string) =>
      found([
        allow('iam:CreateAccessKey'),
        { Effect: 'Deny', Action: 'iam:Create*', Resource: resource },
      ])
    expect(withDeny('*')).toEqual([])
    expect(withDeny('arn:aws:iam::111122223333:user/admin')).toHaveLength(1)
  })

  test('resources of another type, or with a name', () => {
    const on = (Resource: string) => found([allow('iam:CreateAccessKey', { Resource })])
    expect(on('arn:aws:iam::111122223333:user/*')).toHaveLength(1)
    expect(on('arn:aws:iam::111122223333:role/*')).toEqual([])
    expect(on('arn:aws:iam::111122223333:user/${aws:username}')).toEqual([])
  })
})
