import { describe, expect, it } from 'vitest'
import { readPolicy, type PolicyType } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import type { AttachedPolicy, Decision } from './decision.ts'
import { evaluate } from './evaluate.ts'

const account = '111122223333'
const alice = { arn: `arn:aws:iam::${account}:user/alice` }
const session = { arn: `arn:aws:sts::${account}:assumed-role/app/s1` }
const federated = { arn: `arn:aws:sts::${account}:federated-user/alice` }
const root = { arn: `arn:aws:iam::${account}:root` }
const stranger = { arn: 'arn:aws:iam::444455556666:user/bob' }
const role = `arn:aws:iam::${account}:role/app`
const key = `arn:aws:kms:us-east-1:${account}:key/1234`

type Statement = Readonly<Record<string, unknown>>
const allow = (parts: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  ...parts,
})
const deny = (parts: Statement = {}): Statement => ({ ...allow(parts), Effect: 'Deny' })
const everyone = { Principal: '*' }

function policy(
  type: PolicyType,
  statements: Statement | readonly Statement[] | string,
  more: Partial<AttachedPolicy> = {},
): AttachedPolicy {
  const text =
    typeof statements === 'string'
      ? statements
      : JSON.stringify({ Version: '2012-10-17', Statement: statements })
  return { name: type, type, document: readPolicy(text).document, ...more }
}

function decide(request: Partial<RequestInput>, ...policies: readonly AttachedPolicy[]): Decision {
  const bucket = { arn: 'arn:aws:s3:::reports/q3.csv', account }
  return evaluate(
    accessRequest({ principal: alice, action: 's3:GetObject', resource: bucket, ...request }),
    policies,
  )
}

const verdict = (...asked: Parameters<typeof decide>) => decide(...asked).verdict
const decidedBy = (...asked: Parameters<typeof decide>) =>
  decide(...asked).decidedBy.map((ref) => `${ref.policy} ${ref.statement}`)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
describe('the decision (9.1)', () => {
  it('nothing is denied implicitly, an Allow allows, a Deny denies', () => {
    expect(verdict({})).toBe('implicitDeny')
    expect(verdict({}, policy('identity', allow()))).toBe('allow')
    expect(verdict({}, policy('identity', [allow(), deny()]))).toBe('explicitDeny')
    expect(verdict({}, policy('identity', deny()))).toBe('explicitDeny')
  })

  it.each(['identity', 'boundary', 'scp', 'rcp', 'resource', 'endpoint'] as const)(
    'a Deny of a policy of type %s is final',
    (type) => {
      const principal = ['resource', 'rcp', 'endpoint'].includes(type) ? everyone : {}
      const open = [
        policy('identity', allow()),
        policy('resource', allow(everyone), { name: 'bucket' }),
      ]
      expect(verdict({}, ...open)).toBe('allow')
      expect(verdict({}, ...open, policy(type, deny(principal), { name: 'deny' }))).toBe(
        'explicitDeny',
      )
    },
  )

  it('in either account', () => {
    const both = [policy('identity', allow()), policy('resource', allow(everyone))]
    expect(verdict({ principal: stranger }, ...both)).toBe('allow')
    expect(
      verdict({ principal: stranger }, ...both, policy('identity', deny(), { name: 'd' })),
    ).toBe('explicitDeny')
    expect(
      verdict({ principal: stranger }, ...both, policy('resource', deny(everyone), { name: 'd' })),
    ).toBe('explicitDeny')
  })

  it('a Deny that does not match denies nothing', () => {
    for (const parts of [
      { Action: 'sqs:*' },
      { Resource: 'arn:aws:s3:::other/*' },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ])
      expect(verdict({}, policy('identity', [allow(), deny(parts)]))).toBe('allow')
  })
})

describe('what AWS would not accept matches nothing, also as a Deny (1.11)', () => {
  it.each<[string, Statement]>([
    ['an unknown element', deny({ Comment: 'x' })],
    ['an element in another case', deny({ condition: {} })],
    ['an unknown operator', deny({ Condition: { StringEqual: { k: 'v' } } })],
    ['a negated unknown operator', deny({ Condition: { StringNotEqual: { k: 'v' } } })],
    ['both of a pair', deny({ NotAction: 'x' })],
    ['no action', { Effect: 'Deny', Resource: '*' }],
    ['no resource', { Effect: 'Deny', Action: '*' }],
    ['a principal where none belongs', deny(everyone)],
    ['an effect in another case', { ...allow(), Effect: 'DENY' }],
    ['a number as action', deny({ Action: ['*', 1] })],
  ])('%s', (_, statement) => {
    const decision = decide({}, policy('identity', [statement, allow()]))
    expect(decision.verdict).toBe('allow')
    expect(decision.decidedBy).toEqual([{ policy: 'identity', statement: 1 }])
    const trace = decision.steps.flatMap(({ policies }) => policies)[0]?.statements[0]
    expect(trace).toMatchObject({ applies: false })
    expect(trace?.faults).not.toEqual([])
  })

  it('the same mistakes in an Allow allow nothing', () => {
    expect(verdict({}, policy('identity', allow({ Comment: 'x' })))).toBe('implicitDeny')
    expect(verdict({}, policy('resource', allow()))).toBe('implicitDeny')
    expect(
      verdict({}, policy('resource', { ...allow(), NotPrincipal: { AWS: '444455556666' } })),
    ).toBe('implicitDeny')
  })

  it('a text that is no policy contributes nothing, and is told', () => {
    const broken = policy('identity', '{"Statement": [', { name: 'broken' })
    const { verdict: result, steps } = decide({}, broken, policy('identity', allow()))
    expect(result).toBe('allow')
    expect(
      steps.flatMap(({ policies }) => policies).find((trace) => trace.policy === broken),
    ).toMatchObject({ notConsulted: 'unread', statements: [] })
  })

  it('the Version counts per policy (1.6, 7.2)', () => {
    const own = allow({ Resource: 'arn:aws:s3:::home/${aws:username}' })
    const home = { resource: { arn: 'arn:aws:s3:::home/alice', account } }
    const text = (version: string | undefined) =>
      JSON.stringify({ Version: version, Statement: own })
    expect(verdict(home, policy('identity', text('2012-10-17')))).toBe('allow')
    for (const version of ['2008-10-17', undefined, '2012-10-18'])
      expect(verdict(home, policy('identity', text(version)))).toBe('implicitDeny')
  })

  it('empty lists take a statement out (1.10)', () => {
    for (const parts of [{ Action: [] }, { Resource: [] }])
      expect(verdict({}, policy('identity', [allow(), deny(parts)]))).toBe('allow')
    for (const Principal of [{}, { AWS: [] }])
      expect(verdict({}, policy('resource', allow({ Principal })))).toBe('implicitDeny')
    const without = { Effect: 'Deny', Resource: '*' }
    expect(verdict({}, policy('identity', [allow(), { ...without, NotAction: [] }]))).toBe('allow')
  })
})

describe('several policies of one type (8.6)', () => {
  it('identity and session policies add up', () => {
    const [no, yes] = [allow({ Action: 'sqs:*' }), allow()]
    expect(
      verdict({}, policy('identity', no, { name: '1' }), policy('identity', yes, { name: '2' })),
    ).toBe('allow')
    const sessions = [policy('session', no, { name: '1' }), policy('session', yes, { name: '2' })]
    expect(verdict({ principal: session }, policy('identity', yes), ...sessions)).toBe('allow')
  })

  it('resource policies add up', () => {
    const other = policy('resource', allow({ Principal: { AWS: '444455556666' } }), {
      name: 'other',
    })
    const bucket = policy('resource', allow({ Principal: { AWS: alice.arn } }))
    for (const policies of [
      [other, bucket],
      [bucket, other],
    ])
      expect(verdict({}, ...policies)).toBe('allow')
    expect(verdict({}, bucket, policy('resource', deny(everyone), { name: 'deny' }))).toBe(
      'explicitDeny',
    )
  })

  it('the strongest match counts, in whatever policy it is (9.4)', () => {
    const delegating = policy('resource', allow({ Principal: { AWS: account } }), {
      name: 'account',
    })
    const direct = policy('resource', allow({ Principal: { AWS: alice.arn } }), { name: 'alice' })
    const boundary = policy('boundary', allow({ Action: 'sqs:*' }))
    expect(verdict({}, delegating, boundary)).toBe('implicitDeny')
    expect(verdict({}, delegating, direct, boundary)).toBe('allow')
  })

  it('boundaries and endpoint policies must each allow', () => {
    for (const type of ['boundary', 'endpoint'] as const) {
      const parts = type === 'endpoint' ? everyone : {}
      const yes = policy(type, allow(parts), { name: 'yes' })
      const no = policy(type, allow({ ...parts, Action: 'sqs:*' }), { name: 'no' })
      expect(verdict({}, policy('identity', allow()), yes)).toBe('allow')
      expect(verdict({}, policy('identity', allow()), yes, no)).toBe('implicitDeny')
      expect(decide({}, policy('identity', allow()), yes, no).missing).toEqual([
        { kind: type, policy: 'no' },
      ])
    }
  })
})

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
describe('SCPs by level (9.2)', () => {
  const identity = policy('identity', allow())
  const scp = (
    name: string,
    level: string | undefined,
    statement: Statement,
    more: Partial<AttachedPolicy> = {},
  ) => policy('scp', statement, { name, ...(level !== undefined && { level }), ...more })

  it('each level permits on its own; within a level they add up', () => {
    const full = scp('full', 'root', allow())
    expect(verdict({}, identity, full, scp('ou', 'ou', allow({ Action: 'sqs:*' })))).toBe(
      'implicitDeny',
    )
    expect(
      verdict(
        {},
        identity,
        full,
        scp('a', 'ou', allow({ Action: 'sqs:*' })),
        scp('b', 'ou', allow({ Action: 's3:*' })),
      ),
    ).toBe('allow')
    expect(
      verdict(
        {},
        identity,
        scp('a', undefined, allow({ Action: 'sqs:*' })),
        scp('b', undefined, allow()),
      ),
    ).toBe('allow')
  })

  it('names the levels that do not', () => {
    const { missing } = decide(
      {},
      identity,
      scp('root', 'root', allow({ Action: 'sqs:*' })),
      scp('ou', 'ou', allow()),
      scp('none', undefined, allow({ Action: 'ec2:*' })),
    )
    expect(missing).toEqual([
      { kind: 'scpLevel', level: 'root' },
      { kind: 'scpLevel', level: undefined },
    ])
  })

  it('a level whose policies are all left out does not count', () => {
    const elsewhere = scp('elsewhere', 'ou', allow({ Action: 'sqs:*' }), {
      attachedTo: ['arn:aws:iam::444455556666:*'],
    })
    const unread = scp('unread', 'ou', allow(), { document: undefined })
    const decision = decide({}, identity, scp('full', 'root', allow()), elsewhere, unread)
    expect(decision.verdict).toBe('allow')
    expect(
      decision.steps
        .filter(({ type }) => type === 'scp')
        .map(({ level, outcome }) => [level, outcome]),
    ).toEqual([
      ['root', 'allows'],
      ['ou', 'notConsulted'],
    ])
    // One that is consulted makes the level count.
    expect(
      verdict(
        {},
        identity,
        scp('full', 'root', allow()),
        elsewhere,
        scp('silent', 'ou', allow({ Action: 'sqs:*' })),
      ),
    ).toBe('implicitDeny')
  })

  it('limit the root user, and no service or service-linked role', () => {
    const none = scp('none', 'root', deny())
    expect(verdict({ principal: root }, none)).toBe('explicitDeny')
    const bucket = policy('resource', allow(everyone))
    expect(verdict({ principal: { service: 'ec2.amazonaws.com' } }, none, bucket)).toBe('allow')
    const linked = { arn: `arn:aws:iam::${account}:role/aws-service-role/x/AWSServiceRoleForX` }
    expect(verdict({ principal: linked }, none, identity)).toBe('allow')
  })
})

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
describe('RCPs (8.5, 9.2)', () => {
  const rcp = policy(
    'rcp',
    deny({
      ...everyone,
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': '999999999999' } },
    }),
  )
  it('deny whoever calls, and never need to permit', () => {
    expect(verdict({}, policy('identity', allow()), rcp)).toBe('explicitDeny')
    const silent = policy('rcp', deny({ ...everyone, Action: 'sqs:*' }))
    expect(verdict({}, policy('identity', allow()), silent)).toBe('allow')
    expect(
      verdict({ principal: { anonymous: true } }, policy('resource', allow(everyone)), rcp),
    ).toBe('explicitDeny')
    expect(verdict({ principal: root }, rcp)).toBe('explicitDeny')
  })

  it('do not reach other services', () => {
    const table = {
      action: 'ec2:RunInstances',
      resource: { arn: `arn:aws:ec2:us-east-1:${account}:instance/i` },
    }
    expect(verdict(table, policy('identity', allow()), rcp)).toBe('allow')
  })

  it('with a principal of its own, or NotAction, are no RCP', () => {
    expect(
      verdict(
        {},
        policy('identity', allow()),
        policy('rcp', deny({ Principal: { AWS: account } })),
      ),
    ).toBe('allow')
    expect(
      verdict(
        {},
        policy('identity', allow()),
        policy('rcp', { Effect: 'Deny', ...everyone, NotAction: 'sqs:*', Resource: '*' }),
      ),
    ).toBe('allow')
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
describe('accounts (8.1, 9.5, 9.6)', () => {
  const identity = policy('identity', allow())
  it('the stated owner of a bucket decides', () => {
    const bucket = (owner?: string) => ({
      resource: { arn: 'arn:aws:s3:::reports', ...(owner !== undefined && { account: owner }) },
    })
    expect(decide(bucket(account), identity)).toMatchObject({
      relation: 'sameAccount',
      verdict: 'allow',
    })
    expect(decide(bucket('444455556666'), identity)).toMatchObject({
      relation: 'crossAccount',
      verdict: 'implicitDeny',
      missing: [{ kind: 'resource' }],
    })
    expect(decide(bucket(), identity)).toMatchObject({ relation: 'sameAccount', verdict: 'allow' })
  })

  it("what has no owner that IAM knows is the principal's own", () => {
    for (const arn of [
      '*',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'arn:aws:ec2:us-east-1::image/ami-1',
    ])
      expect(decide({ action: 'iam:GetPolicy', resource: { arn } }, identity)).toMatchObject({
        relation: 'sameAccount',
        verdict: 'allow',
      })
  })

  it("the ceilings of the principal's account count across accounts, whoever is named", () => {
    const bucket = policy('resource', allow({ Principal: { AWS: stranger.arn } }))
    expect(verdict({ principal: stranger }, identity, bucket)).toBe('allow')
    expect(verdict({ principal: stranger }, bucket)).toBe('implicitDeny')
    expect(
      verdict(
        { principal: stranger },
        identity,
        bucket,
        policy('boundary', allow({ Action: 'sqs:*' })),
      ),
    ).toBe('implicitDeny')
  })

  it('without an account only the resource policy can allow', () => {
    const guarded = policy(
      'resource',
      allow({ ...everyone, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
    )
    const anonymous = { principal: { anonymous: true as const } }
    expect(verdict({ ...anonymous, context: { 'aws:SourceIp': '203.0.113.7' } }, guarded)).toBe(
      'allow',
    )
    expect(verdict(anonymous, guarded)).toBe('implicitDeny')
    expect(verdict(anonymous, identity)).toBe('implicitDeny')
    expect(
      verdict(
        { principal: { canonicalUser: '79a5' } },
        policy('resource', allow({ Principal: { CanonicalUser: '79a5' } })),
      ),
    ).toBe('allow')
    expect(verdict({ principal: { arn: 'arn:aws:iam::111122223333:group/g' } }, identity)).toBe(
      'implicitDeny',
    )
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
describe('federated users (9.3, 9.4, 14.17)', () => {
  const identity = policy('identity', allow(), { attachedTo: [alice.arn] })
  it('have what the user and the session policies both allow', () => {
    expect(decide({ principal: federated }, identity)).toMatchObject({
      verdict: 'implicitDeny',
      missing: [{ kind: 'sessionOfFederatedUser' }],
    })
    expect(verdict({ principal: federated }, identity, policy('session', allow()))).toBe('allow')
    expect(verdict({ principal: federated }, policy('session', allow()))).toBe('implicitDeny')
    expect(
      verdict(
        { principal: federated },
        identity,
        policy('session', allow()),
        policy('boundary', allow({ Action: 'sqs:*' })),
      ),
    ).toBe('implicitDeny')
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
describe('trust policies (1.4, 4.8, 10.1)', () => {
  const assume = { action: 'sts:AssumeRole', resource: { arn: role } }
  const trust = (Principal: unknown, more: Statement = {}) =>
    policy(
      'resource',
      { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more },
      { name: 'trust' },
    )

  it('must allow, whatever identity policies say', () => {
    expect(decide(assume, policy('identity', allow()))).toMatchObject({
      rule: 'roleTrust',
      verdict: 'implicitDeny',
      missing: [{ kind: 'trust' }],
    })
    expect(verdict(assume, trust({ AWS: alice.arn }))).toBe('allow')
    expect(verdict(assume, trust({ AWS: account }))).toBe('implicitDeny')
    expect(verdict(assume, trust({ AWS: account }), policy('identity', allow()))).toBe('allow')
    expect(
      verdict(
        { ...assume, principal: { service: 'ec2.amazonaws.com' } },
        trust({ Service: 'ec2.amazonaws.com' }),
      ),
    ).toBe('allow')
  })

  it('have no Resource; with one AWS refuses them', () => {
    expect(verdict(assume, trust({ AWS: alice.arn }, { Resource: '*' }))).toBe('implicitDeny')
    expect(verdict(assume, trust({ AWS: alice.arn }, { Resource: role }))).toBe('implicitDeny')
    expect(verdict(assume, trust({ AWS: alice.arn }, { NotResource: 'arn:aws:s3:::b' }))).toBe(
      'implicitDeny',
    )
    // A Deny that AWS refuses denies nothing.
    const denied = policy(
      'resource',
      { Effect: 'Deny', ...everyone, Action: 'sts:*', Resource: '*' },
      { name: 'deny' },
    )
    expect(verdict(assume, trust({ AWS: alice.arn }), denied)).toBe('allow')
  })

  it('a mistake in one statement leaves the others as they are', () => {
    const statement = { Effect: 'Allow', Principal: { AWS: alice.arn }, Action: 'sts:AssumeRole' }
    const slip = { ...statement, Action: 'stss:TagSession' }
    const mixed = policy('resource', [statement, slip], { name: 'trust' })
    expect(decide(assume, mixed)).toMatchObject({
      verdict: 'allow',
      decidedBy: [{ policy: 'trust', statement: 0 }],
    })
  })

  it('the boundary of a user whom they name counts', () => {
    expect(
      verdict(assume, trust({ AWS: alice.arn }), policy('boundary', allow({ Action: 's3:*' }))),
    ).toBe('implicitDeny')
    expect(verdict(assume, trust({ AWS: alice.arn }), policy('boundary', allow()))).toBe('allow')
  })

  it('"*" and { "AWS": "*" } are alike (5.8)', () => {
    for (const Principal of ['*', { AWS: '*' }])
      expect(verdict(assume, trust(Principal))).toBe('allow')
  })

  it('a role needs one to assume itself (14.19)', () => {
    const self = { ...assume, principal: session }
    expect(verdict(self, policy('identity', allow()))).toBe('implicitDeny')
    expect(verdict(self, trust({ AWS: role }))).toBe('allow')
  })

  it('have no say about anything else', () => {
    expect(verdict({}, policy('identity', allow()), trust(everyone.Principal))).toBe('allow')
    expect(decidedBy({}, policy('identity', allow()), trust(everyone.Principal))).toEqual([
      'identity 0',
    ])
    expect(verdict({}, trust(everyone.Principal))).toBe('implicitDeny')
    // Nor does a bucket policy stand in for one.
    expect(verdict(assume, policy('resource', allow({ ...everyone, Action: 's3:*' })))).toBe(
      'implicitDeny',
    )
  })

  it('the root user cannot assume a role (14.18)', () => {
    expect(decide({ ...assume, principal: root }, trust({ AWS: account }))).toMatchObject({
      verdict: 'implicitDeny',
      missing: [{ kind: 'rootCannotAssumeRole' }],
    })
  })
})

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
describe('key policies (10.2)', () => {
  const decrypt = { action: 'kms:Decrypt', resource: { arn: key } }
  const keyPolicy = (Principal: unknown) =>
    policy('resource', allow({ Principal, Action: 'kms:*' }), { name: 'key' })

  it('identity policies count for what they delegate to the account', () => {
    expect(verdict(decrypt, policy('identity', allow()))).toBe('implicitDeny')
    expect(verdict(decrypt, policy('identity', allow()), keyPolicy({ AWS: account }))).toBe('allow')
    expect(verdict(decrypt, keyPolicy({ AWS: account }))).toBe('implicitDeny')
    expect(verdict(decrypt, keyPolicy({ AWS: alice.arn }))).toBe('allow')
  })

  it('the root user has what they give', () => {
    expect(verdict({ ...decrypt, principal: root })).toBe('implicitDeny')
    expect(verdict({ ...decrypt, principal: root }, keyPolicy({ AWS: account }))).toBe('allow')
    expect(verdict({ ...decrypt, principal: root }, keyPolicy({ AWS: alice.arn }))).toBe(
      'implicitDeny',
    )
  })

  it('actions without a key follow the ordinary rules (10.2a)', () => {
    const list = { action: 'kms:ListKeys', resource: { arn: '*' } }
    expect(verdict(list, policy('identity', allow()))).toBe('allow')
    expect(verdict({ ...list, principal: root })).toBe('allow')
  })
})

describe('what needs no permission (10.2a)', () => {
  it('is allowed, decided by nothing, even where it is denied', () => {
    const who = { action: 'sts:GetCallerIdentity', resource: { arn: '*' } }
    for (const policies of [[], [policy('identity', deny())], [policy('identity', allow())]])
      expect(decide(who, ...policies)).toMatchObject({
        verdict: 'allow',
        decidedBy: [],
        missing: [],
      })
  })
})

describe('the statements that decided (11)', () => {
  const everywhere = [
    policy('identity', [allow(), allow({ Action: 'sqs:*' }), allow({ Action: 's3:*' })]),
    policy('resource', [allow({ Principal: { AWS: account } })]),
    policy('boundary', allow()),
    policy('scp', allow()),
    policy('endpoint', allow(everyone)),
  ]

  it('of an allow: every matching Allow that was consulted, needed or not', () => {
    expect(decidedBy({}, ...everywhere).sort()).toEqual([
      'boundary 0',
      'endpoint 0',
      'identity 0',
      'identity 2',
      'resource 0',
      'scp 0',
    ])
  })

  it('of an explicit deny: every matching Deny, and no Allow', () => {
    const denials = [
      policy('identity', [allow(), deny(), deny({ Action: 'sqs:*' })], { name: 'i' }),
      policy('scp', deny(), { name: 's' }),
    ]
    expect(decidedBy({}, ...everywhere, ...denials).sort()).toEqual(['i 1', 's 0'])
  })

  it('of an implicit deny: none', () => {
    expect(
      decidedBy({}, ...everywhere, policy('boundary', allow({ Action: 'sqs:*' }), { name: 'b' })),
    ).toEqual([])
  })

  it('not of policies that are not consulted', () => {
    expect(decidedBy({ principal: root }, ...everywhere).sort()).toEqual([
      'endpoint 0',
      'resource 0',
      'scp 0',
    ])
    expect(decidedBy({ principal: root })).toEqual([])
    const other = policy('identity', deny(), {
      name: 'bob',
      attachedTo: [`arn:aws:iam::${account}:user/bob`],
    })
    expect(verdict({}, policy('identity', allow()), other)).toBe('allow')
  })
})

describe('what an implicit deny lacked (11.3)', () => {
  it.each<[string, Partial<RequestInput>, readonly AttachedPolicy[], readonly object[]]>([
    ['identity', {}, [], [{ kind: 'identity' }]],
    [
      'the boundary',
      {},
      [policy('identity', allow()), policy('boundary', allow({ Action: 'x:*' }))],
      [{ kind: 'boundary', policy: 'boundary' }],
    ],
    [
      'identity and boundary',
      {},
      [policy('boundary', allow({ Action: 'x:*' }))],
      [{ kind: 'identity' }, { kind: 'boundary', policy: 'boundary' }],
    ],
    [
      'the session',
      { principal: session },
      [policy('identity', allow()), policy('session', allow({ Action: 'x:*' }))],
      [{ kind: 'session' }],
    ],
    [
      'the session of a role that the resource names',
      { principal: session },
      [
        policy('resource', allow({ Principal: { AWS: role } })),
        policy('session', allow({ Action: 'x:*' })),
      ],
      [{ kind: 'session' }],
    ],
    [
      'both sides across accounts',
      { principal: stranger },
      [],
      [{ kind: 'resource' }, { kind: 'identity' }],
    ],
    [
      'the resource, for a service',
      { principal: { service: 's' } },
      [policy('identity', allow())],
      [{ kind: 'resource' }],
    ],
    [
      'the key policy',
      { action: 'kms:Decrypt', resource: { arn: key } },
      [policy('identity', allow())],
      [{ kind: 'keyPolicy' }],
    ],
    [
      'identity, where the key policy delegates',
      { action: 'kms:Decrypt', resource: { arn: key } },
      [policy('resource', allow({ Principal: { AWS: account } }))],
      [{ kind: 'identity' }],
    ],
    [
      'an endpoint',
      {},
      [policy('identity', allow()), policy('endpoint', allow({ ...everyone, Action: 'x:*' }))],
      [{ kind: 'endpoint', policy: 'endpoint' }],
    ],
  ])('%s', (_, request, policies, missing) => {
    expect(decide(request, ...policies)).toMatchObject({ verdict: 'implicitDeny', missing })
  })

  it('nothing is missing from an allow or an explicit deny', () => {
    expect(decide({}, policy('identity', allow())).missing).toEqual([])
    expect(
      decide({}, policy('identity', deny()), policy('boundary', allow({ Action: 'x:*' }))).missing,
    ).toEqual([])
  })
})

describe('NotPrincipal and boundaries (5.6)', () => {
  const spare = policy('resource', {
    Effect: 'Deny',
    NotPrincipal: { AWS: [alice.arn, account] },
    Action: '*',
    Resource: '*',
  })
  it('whoever has a boundary is denied although listed', () => {
    expect(verdict({}, policy('identity', allow()), spare)).toBe('allow')
    expect(verdict({}, policy('identity', allow()), spare, policy('boundary', allow()))).toBe(
      'explicitDeny',
    )
  })

  it('but not by a boundary that belongs to somebody else', () => {
    const other = policy('boundary', allow(), { attachedTo: [`arn:aws:iam::${account}:user/bob`] })
    expect(verdict({}, policy('identity', allow()), spare, other)).toBe('allow')
  })
})

describe('the trace', () => {
  it('has a step per type, in the order AWS consults them, and every statement', () => {
    const { steps } = decide({}, policy('identity', [deny(), allow()]), policy('boundary', allow()))
    expect(steps.map(({ type, outcome }) => `${type} ${outcome}`)).toEqual([
      'endpoint absent',
      'rcp absent',
      'scp absent',
      'resource absent',
      'identity denies',
      'boundary allows',
      'session absent',
    ])
    expect(
      steps.flatMap(({ policies }) => policies).map(({ statements }) => statements.length),
    ).toEqual([2, 1])
  })

  it('traces policies that are not consulted, too', () => {
    const { steps } = decide({ principal: root }, policy('identity', deny()))
    expect(steps.flatMap(({ policies }) => policies)[0]).toMatchObject({
      notConsulted: 'principalKind',
      statements: [{ applies: true }],
    })
  })

  it('evaluates every element in full', () => {
    const [trace] = decide(
      {},
      policy(
        'identity',
        allow({
          Action: 'sqs:*',
          Resource: 'arn:aws:sqs:::q',
          Condition: { Bool: { k: 'true' }, Null: { k: 'true' } },
        }),
      ),
    )
      .steps.flatMap(({ policies }) => policies)
      .flatMap(({ statements }) => statements)
    expect(trace).toMatchObject({
      applies: false,
      action: { matched: false },
      resource: { matched: false },
    })
    expect(trace?.conditions.map(({ matched }) => matched)).toEqual([false, true])
  })

  it('is kept where nothing changed, and names the policy as it is called now', () => {
    const one = policy('identity', allow())
    const first = decide({}, one)
    const again = decide({ action: 's3:PutObject' }, one)
    const statements = ({ steps }: Decision) =>
      steps.flatMap(({ policies }) => policies).flatMap((trace) => trace.statements)
    expect(statements(again)[0]).toBe(statements(first)[0])
    // The same document under another name, and as a policy of another type.
    expect(decidedBy({}, { ...one, name: 'renamed' })).toEqual(['renamed 0'])
    expect(decidedBy({}, one)).toEqual(['identity 0'])
    expect(verdict({}, { ...one, type: 'resource' })).toBe('implicitDeny')
    expect(verdict({}, one, { ...one, name: 'b', type: 'boundary' })).toBe('allow')
    expect(decidedBy({}, one, { ...one, name: 'b' })).toEqual(['identity 0', 'b 0'])
  })
})
