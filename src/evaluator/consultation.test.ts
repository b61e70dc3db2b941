import { describe, expect, it } from 'vitest'
import { policyTypes, readPolicy, type PolicyType } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import { notConsulted } from './consultation.ts'
import type { AttachedPolicy, NotConsulted } from './decision.ts'
import { rcpServices } from './rcp-services.ts'

const account = '111122223333'
const iam = (name: string) => `arn:aws:iam::${account}:${name}`
const sts = (name: string) => `arn:aws:sts::${account}:${name}`
const { document } = readPolicy('{"Statement": []}')

function why(
  policy: Partial<AttachedPolicy> & { readonly type: PolicyType },
  request: Partial<RequestInput> = {},
): NotConsulted | undefined {
  const asked = {
    principal: { arn: iam('user/alice') },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
    ...request,
  }
  return notConsulted({ name: 'p', document, ...policy }, accessRequest(asked))
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
describe('which types of policy are consulted for whom (8.2)', () => {
  const everyType = [...policyTypes]
  const withoutIdentity = ['resource', 'rcp', 'endpoint']
  it.each<[string, RequestInput['principal'], readonly string[]]>([
    [
      'a user: no session policies',
      { arn: iam('user/alice') },
      everyType.filter((type) => type !== 'session'),
    ],
    ['a role', { arn: iam('role/app') }, everyType],
    ['a session of a role', { arn: sts('assumed-role/app/s') }, everyType],
    ['a federated user', { arn: sts('federated-user/bob') }, everyType],
    [
      'the root user: nothing can be attached to it',
      { arn: iam('root') },
      ['resource', 'scp', 'rcp', 'endpoint'],
    ],
    [
      'a service-linked role: no SCPs, no RCPs, no boundary',
      { arn: iam('role/aws-service-role/x/AWSServiceRoleForX') },
      ['identity', 'resource', 'endpoint'],
    ],
    [
      'its session',
      { arn: sts('assumed-role/AWSServiceRoleForX/s') },
      ['identity', 'resource', 'endpoint'],
    ],
    [
      'a service: SCPs do not reach it, RCPs do (10.5)',
      { service: 'ec2.amazonaws.com' },
      withoutIdentity,
    ],
    ['a federated provider', { federated: 'accounts.google.com' }, withoutIdentity],
    ['a canonical user', { canonicalUser: '79a5' }, withoutIdentity],
    ['an anonymous caller', { anonymous: true }, withoutIdentity],
    ['an ARN that names nobody', { arn: iam('group/g') }, withoutIdentity],
  ])('%s', (_, principal, types) => {
    const consulted = policyTypes.filter((type) => why({ type }, { principal }) === undefined)
    expect(consulted).toEqual(policyTypes.filter((type) => types.includes(type)))
  })

  it('says why not', () => {
    expect(why({ type: 'session' })).toBe('principalKind')
    expect(
      why({ type: 'scp' }, { principal: { arn: sts('assumed-role/AWSServiceRoleForX/s') } }),
    ).toBe('serviceLinkedRole')
    expect(why({ type: 'identity', document: undefined })).toBe('unread')
  })
})

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
describe('RCPs reach some services (8.5)', () => {
  it.each([
    ['s3:GetObject', undefined],
    ['S3:getobject', undefined],
    ['sqs:SendMessage', undefined],
    ['sts:AssumeRole', undefined],
    ['kms:Decrypt', undefined],
    ['kms:RetireGrant', 'serviceWithoutRcps'],
    ['KMS:retiregrant', 'serviceWithoutRcps'],
    ['ec2:RunInstances', 'serviceWithoutRcps'],
    ['iam:GetUser', 'serviceWithoutRcps'],
    ['connect:UpdateUserHierarchy', 'serviceWithoutRcps'],
    ['s3', 'serviceWithoutRcps'],
  ])('%s: %s', (action, expected) => {
    expect(why({ type: 'rcp' }, { action })).toBe(expected)
    expect(why({ type: 'scp' }, { action })).toBeUndefined()
  })

  it('the list is in lower case, without gaps', () => {
    for (const service of rcpServices) expect(service).toMatch(/^[a-z][a-z0-9-]+$/u)
  })
})

describe('attachedTo (workspace format)', () => {
  const to = (type: PolicyType, attachedTo: readonly string[], request?: Partial<RequestInput>) =>
    why({ type, attachedTo }, request) === undefined

  it('names the principal, with wildcards', () => {
    expect(to('identity', [iam('user/alice')])).toBe(true)
    expect(to('identity', [iam('user/a*'), iam('user/bob')])).toBe(true)
    expect(to('identity', [iam('user/bob'), iam('user/alic?')])).toBe(true)
    expect(to('boundary', [iam('user/bob')])).toBe(false)
    expect(to('scp', ['arn:aws:iam::444455556666:*'])).toBe(false)
    expect(to('scp', [`arn:aws:iam::${account}:*`])).toBe(true)
    expect(why({ type: 'boundary', attachedTo: [iam('user/bob')] })).toBe('attachedElsewhere')
  })

  it('with case, and with the path', () => {
    const principal = { arn: iam('user/team/alice') }
    expect(to('identity', [iam('user/team/Alice')], { principal })).toBe(false)
    expect(to('identity', [iam('user/alice')], { principal })).toBe(false)
    expect(to('identity', [iam('user/team/*')], { principal })).toBe(true)
  })

  it('an empty list is nobody; none is everybody', () => {
    expect(to('identity', [])).toBe(false)
    expect(why({ type: 'identity' })).toBeUndefined()
  })

  it('of a session names the session or its role, whose path nobody knows', () => {
    const principal = { arn: sts('assumed-role/app/s1') }
    for (const arn of [
      sts('assumed-role/app/s1'),
      sts('assumed-role/app/*'),
      iam('role/app'),
      iam('role/team/app'),
      iam('role/a*'),
    ])
      expect(to('identity', [arn], { principal }), arn).toBe(true)
    for (const arn of [
      sts('assumed-role/app/s2'),
      iam('role/application'),
      iam('user/app'),
      iam('role/app/other'),
      'arn:aws:iam::444455556666:role/app',
    ])
      expect(to('identity', [arn], { principal }), arn).toBe(false)
  })

  it('of a role given by its ARN compares the path', () => {
    const principal = { arn: iam('role/app') }
    expect(to('identity', [iam('role/team/app')], { principal })).toBe(false)
    expect(to('identity', [sts('assumed-role/app/s1')], { principal })).toBe(false)
  })

  it('of a federated user names the session or the user of that name (14.17)', () => {
    const principal = { arn: sts('federated-user/bob') }
    for (const arn of [sts('federated-user/bob'), iam('user/bob'), iam('user/team/bob')])
      expect(to('identity', [arn], { principal }), arn).toBe(true)
    for (const arn of [iam('user/alice'), iam('role/bob')])
      expect(to('identity', [arn], { principal }), arn).toBe(false)
  })

  it('of a resource policy names the resource', () => {
    const queue = { resource: { arn: `arn:aws:sqs:us-east-1:${account}:q` } }
    expect(to('resource', [`arn:aws:sqs:us-east-1:${account}:q`], queue)).toBe(true)
    expect(to('resource', [`arn:aws:sqs:us-east-1:${account}:other`], queue)).toBe(false)
    expect(to('resource', [iam('user/alice')], queue)).toBe(false)
    expect(to('rcp', ['arn:aws:sqs:*'], queue)).toBe(true)
    expect(to('rcp', ['arn:aws:s3:*'], queue)).toBe(false)
  })

  it("a bucket's policy is consulted for its objects, and no other bucket's", () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
    expect(to('resource', ['arn:aws:s3:::reports'])).toBe(true)
    expect(to('resource', ['arn:aws:s3:::reports/*'])).toBe(true)
    expect(to('resource', ['arn:aws:s3:::rep'])).toBe(false)
    expect(to('resource', ['arn:aws:s3:::reports/q3'])).toBe(false)
    expect(to('resource', ['arn:aws:s3:::reports-2'])).toBe(false)
    // A role is no folder.
    const role = { action: 'sts:AssumeRole', resource: { arn: iam('role/app/deep') } }
    expect(to('resource', [iam('role/app')], role)).toBe(false)
  })

  it('an endpoint policy is on the way of every request', () => {
    expect(to('endpoint', ['arn:aws:s3:::other'])).toBe(true)
  })
})
