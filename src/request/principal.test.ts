import { describe, expect, it } from 'vitest'
import { accountOf, isServiceLinked, principalFromArn, type Principal } from './principal.ts'

const account = '111122223333'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
describe('principalFromArn', () => {
  it.each([
    [`arn:aws:iam::${account}:root`, { kind: 'root' }],
    [`arn:aws:iam::${account}:user/alice`, { kind: 'user', path: '/', name: 'alice' }],
    [
      `arn:aws:iam::${account}:user/division/team/alice`,
      { kind: 'user', path: '/division/team/', name: 'alice' },
    ],
    [`arn:aws:iam::${account}:role/app`, { kind: 'role', path: '/', name: 'app' }],
    [`arn:aws:iam::${account}:role/service/app`, { kind: 'role', path: '/service/', name: 'app' }],
    [
      `arn:aws:sts::${account}:assumed-role/app/run-1`,
      { kind: 'roleSession', role: 'app', session: 'run-1' },
    ],
    [`arn:aws:sts::${account}:federated-user/bob`, { kind: 'federatedUser', name: 'bob' }],
    [`arn:aws-cn:iam::${account}:user/alice`, { kind: 'user', partition: 'aws-cn' }],
  ])('%s', (arn, expected) => {
    expect(principalFromArn(arn)).toMatchObject({ arn, account, ...expected })
  })

  it.each([
    '',
    '*',
    account,
    'alice',
    `arn:aws:iam::${account}:group/admins`,
    `arn:aws:iam::${account}:policy/p`,
    `arn:aws:iam::${account}:user`,
    `arn:aws:iam::${account}:user/`,
    `arn:aws:iam::${account}:User/alice`,
    `arn:aws:iam::${account}:saml-provider/idp`,
    `arn:aws:iam:us-east-1:${account}:user/alice`,
    'arn:aws:iam::1111:user/alice',
    'arn:aws:iam::*:user/alice',
    'arn:aws:iam:::user/alice',
    `arn:aws:sts::${account}:assumed-role/app`,
    `arn:aws:sts::${account}:assumed-role/path/app/run-1`,
    `arn:aws:sts::${account}:user/alice`,
    `arn:aws:iam::${account}:assumed-role/app/run-1`,
    `arn:aws:s3:::bucket`,
  ])('%j names nobody who can ask', (arn) => {
    expect(principalFromArn(arn)).toBeUndefined()
  })
})

describe('accountOf (8.1)', () => {
  it('is there for IAM identities only', () => {
    expect(accountOf(principalFromArn(`arn:aws:iam::${account}:user/alice`)!)).toBe(account)
    const others: readonly Principal[] = [
      { kind: 'service', service: 'ec2.amazonaws.com' },
      { kind: 'federatedProvider', provider: `arn:aws:iam::${account}:saml-provider/idp` },
      { kind: 'canonicalUser', id: '79a5' },
      { kind: 'anonymous' },
      { kind: 'unknown', arn: `arn:aws:iam::${account}:group/admins` },
    ]
    for (const principal of others) expect(accountOf(principal), principal.kind).toBeUndefined()
  })
})

describe('service-linked roles (8.3)', () => {
  it.each([
    ['role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS', true],
    ['role/aws-service-role-like/AWSServiceRoleForECS', false],
    ['role/team/aws-service-role/r', false],
    // The path tells for a role; its name is anybody's.
    ['role/AWSServiceRoleForMine', false],
    ['user/aws-service-role/u', false],
  ])('%s: %s', (resource, expected) => {
    expect(isServiceLinked(principalFromArn(`arn:aws:iam::${account}:${resource}`)!)).toBe(expected)
  })

  it('the ARN of a session carries no path, so there the name tells', () => {
    const session = (role: string) =>
      isServiceLinked(principalFromArn(`arn:aws:sts::${account}:assumed-role/${role}/s`)!)
    expect([session('AWSServiceRoleForECS'), session('app')]).toEqual([true, false])
  })
})
