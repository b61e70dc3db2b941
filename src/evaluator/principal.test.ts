import { describe, expect, it } from 'vitest'
import { readPolicy } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import { compilePrincipal } from './principal.ts'

const account = '111122223333'
const iam = (name: string) => `arn:aws:iam::${account}:${name}`
const sts = (name: string) => `arn:aws:sts::${account}:${name}`

const requesters = {
  user: { arn: iam('user/team/alice') },
  role: { arn: iam('role/team/app') },
  session: { arn: sts('assumed-role/app/s1') },
  federatedUser: { arn: sts('federated-user/alice') },
  root: { arn: iam('root') },
  service: { service: 'ec2.amazonaws.com' },
  provider: { federated: 'accounts.google.com' },
  canonical: { canonicalUser: '79a5' },
  anonymous: { anonymous: true },
  stranger: { arn: 'arn:aws:iam::444455556666:user/team/alice' },
} as const satisfies Record<string, RequestInput['principal']>

type Who = keyof typeof requesters

function compile(element: 'Principal' | 'NotPrincipal', value: unknown) {
  const statement = { Effect: 'Deny', [element]: value, Action: '*', Resource: '*' }
  const { document } = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }))
  const matches = compilePrincipal(document!.statements[0]!.principal!)
  return (who: RequestInput['principal'], bounded = false) =>
    matches(
      accessRequest({ principal: who, action: 's3:GetObject', resource: { arn: '*' } }).principal,
      bounded,
    )
}

/** Who of all requesters matches, and how strongly. */
function named(value: unknown): Partial<Record<Who, string>> {
  const matches = compile('Principal', value)
  return Object.fromEntries(
    (Object.keys(requesters) as Who[]).flatMap((who) => {
      const { matched, strength } = matches(requesters[who])
      expect(matched).toBe(strength !== undefined)
      return strength ? [[who, strength]] : []
    }),
  )
}

const everyone = Object.fromEntries(Object.keys(requesters).map((who) => [who, 'direct']))
const ofAccount = {
  user: 'delegation',
  role: 'delegation',
  session: 'delegation',
  federatedUser: 'delegation',
  root: 'direct',
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
describe('Principal (5.1–5.5)', () => {
  it.each<[string, unknown, Partial<Record<Who, string>>]>([
    ['"*" is everyone', '*', everyone],
    ['{ "AWS": "*" } is everyone', { AWS: '*' }, everyone],
    ['an account number', { AWS: account }, ofAccount],
    ["an account's root ARN", { AWS: iam('root') }, ofAccount],
    [
      'a user, path included',
      { AWS: iam('user/team/alice') },
      { user: 'direct', federatedUser: 'role' },
    ],
    ['a user without the path', { AWS: iam('user/alice') }, { federatedUser: 'role' }],
    ['a user in another case', { AWS: iam('user/team/Alice') }, {}],
    ['a role and its sessions', { AWS: iam('role/team/app') }, { role: 'role', session: 'role' }],
    // The ARN of a session tells no path, and role names are unique in an account.
    ['a role of another path', { AWS: iam('role/app') }, { session: 'role' }],
    ['a session', { AWS: sts('assumed-role/app/s1') }, { session: 'direct' }],
    ['another session', { AWS: sts('assumed-role/app/s2') }, {}],
    ['a federated user', { AWS: sts('federated-user/alice') }, { federatedUser: 'direct' }],
    ['a service', { Service: 'ec2.amazonaws.com' }, { service: 'direct' }],
    ['a service in another case', { Service: 'EC2.amazonaws.com' }, {}],
    ['a wildcard for services', { Service: '*' }, {}],
    ['a web identity provider', { Federated: 'accounts.google.com' }, { provider: 'direct' }],
    ['a canonical user', { CanonicalUser: '79a5' }, { canonical: 'direct' }],
    [
      'the right name of the wrong kind',
      { AWS: 'ec2.amazonaws.com', Service: '79a5', Federated: iam('user/team/alice') },
      {},
    ],
    [
      'no wildcard within an ARN (5.3)',
      {
        AWS: [
          iam('user/*'),
          iam('role/team/a*'),
          sts('assumed-role/app/*'),
          'arn:aws:iam::*:root',
          '1111222233??',
        ],
      },
      {},
    ],
    ['a unique ID', { AWS: ['AIDAEXAMPLE', 'AROAEXAMPLE'] }, {}],
    [
      'another partition (14.23)',
      { AWS: ['arn:aws-cn:iam::111122223333:root', 'arn:aws-cn:iam::111122223333:role/team/app'] },
      {},
    ],
    ['another account', { AWS: '444455556666' }, { stranger: 'delegation' }],
    ['an empty list (1.10)', { AWS: [] }, {}],
    ['an empty map', {}, {}],
    [
      'kinds and values are alternatives',
      { AWS: [account, iam('user/team/alice')], Service: ['x', 'ec2.amazonaws.com'] },
      { ...ofAccount, user: 'direct', federatedUser: 'role', service: 'direct' },
    ],
  ])('%s', (_, value, expected) => {
    expect(named(value)).toEqual(expected)
  })

  it('the strongest match counts, in whatever order (9.4)', () => {
    const values = [account, iam('role/team/app'), sts('assumed-role/app/s1')]
    for (const list of [values, [...values].reverse()])
      expect(compile('Principal', { AWS: list })(requesters.session)).toMatchObject({
        strength: 'direct',
      })
  })
})

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html: AWS may check account, role and
 * session one after the other, so each of them must be listed.
 */
describe('NotPrincipal with Deny (5.6, 14.16)', () => {
  /** Whom the statement denies, and why although listed. */
  const caught = (value: unknown, bounded = false): Partial<Record<Who, string>> => {
    const matches = compile('NotPrincipal', value)
    return Object.fromEntries(
      (Object.keys(requesters) as Who[]).flatMap((who) => {
        const { matched, caught: why, strength } = matches(requesters[who], bounded)
        expect(strength).toBeUndefined()
        return matched ? [[who, why ?? 'not listed']] : []
      }),
    )
  }
  const all = Object.fromEntries(Object.keys(requesters).map((who) => [who, 'not listed']))
  const but = (changes: Partial<Record<Who, string | undefined>>) =>
    Object.fromEntries(
      Object.entries({ ...all, ...changes }).filter(([, why]) => why !== undefined),
    )

  it.each<[string, unknown, Partial<Record<Who, string | undefined>>]>([
    [
      'a user with its account escapes',
      [iam('user/team/alice'), account],
      { user: undefined, root: undefined },
    ],
    ['a user alone does not', [iam('user/team/alice')], { user: 'accountNotListed' }],
    ['an account lets its root user escape, and nobody else', [account], { root: undefined }],
    [
      'a role with its account escapes',
      [iam('role/team/app'), account],
      { role: undefined, root: undefined },
    ],
    ['a role alone does not', [iam('role/team/app')], { role: 'accountNotListed' }],
    [
      'a session needs its role and its account',
      [sts('assumed-role/app/s1'), iam('role/team/app'), account],
      { session: undefined, role: undefined, root: undefined },
    ],
    [
      'a session without its role',
      [sts('assumed-role/app/s1'), account],
      { session: 'roleNotListed', root: undefined },
    ],
    [
      'a session without its account',
      [sts('assumed-role/app/s1'), iam('role/team/app')],
      { session: 'accountNotListed', role: 'accountNotListed' },
    ],
    [
      'a federated user with its account escapes',
      [sts('federated-user/alice'), account],
      { federatedUser: undefined, root: undefined },
    ],
  ])('%s', (_, list, changes) => {
    expect(caught({ AWS: list })).toEqual(but(changes))
  })

  it('services, providers and canonical users need no account', () => {
    expect(caught({ Service: 'ec2.amazonaws.com' })).toEqual(but({ service: undefined }))
    expect(caught({ Federated: 'accounts.google.com' })).toEqual(but({ provider: undefined }))
    expect(caught({ CanonicalUser: '79a5' })).toEqual(but({ canonical: undefined }))
  })

  it('"*" lets everyone escape', () => {
    expect(caught('*')).toEqual({})
    expect(caught({ AWS: '*' })).toEqual({})
  })

  it('a list that names nobody takes the statement out of the policy (1.10)', () => {
    expect(caught({})).toEqual({})
    expect(caught({ AWS: [] })).toEqual({})
    // A name that fits nobody is a name all the same.
    expect(caught({ AWS: 'AIDAEXAMPLE' })).toEqual(all)
  })

  it('whoever has a permissions boundary is denied, listed or not', () => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
    for (const list of [[iam('user/team/alice'), account], ['*']])
      expect(compile('NotPrincipal', { AWS: list })(requesters.user, true)).toMatchObject({
        matched: true,
        caught: 'boundary',
      })
  })
})

it('a trace is of the requester that asked, whoever asked before', () => {
  const order: readonly Who[] = [
    'user',
    'role',
    'session',
    'role',
    'root',
    'user',
    'anonymous',
    'user',
  ]
  for (const element of ['Principal', 'NotPrincipal'] as const)
    for (const value of [
      { AWS: [account, iam('role/team/app')] },
      { AWS: iam('user/team/alice'), Service: 'ec2.amazonaws.com' },
    ]) {
      const kept = compile(element, value)
      for (const who of order)
        for (const bounded of [false, true, false])
          expect(kept(requesters[who], bounded)).toEqual(
            compile(element, value)(requesters[who], bounded),
          )
    }
})
