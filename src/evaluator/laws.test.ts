import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policyTypes, readPolicy } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import type { AttachedPolicy, Decision } from './decision.ts'
import { evaluate } from './evaluate.ts'

/**
 * Laws of the evaluation, over policies that meet their requests often: few names, used again and again.
 */
const account = '111122223333'
const iam = (name: string) => `arn:aws:iam::${account}:${name}`
const key = `arn:aws:kms:us-east-1:${account}:key/1`
const boundary = 'boundary'

const principals = fc.constantFrom<RequestInput['principal']>(
  { arn: iam('user/alice') },
  { arn: iam('user/alice'), tags: { team: 'red' } },
  { arn: iam('role/app') },
  { arn: `arn:aws:sts::${account}:assumed-role/app/s`, tags: { team: 'blue' } },
  { arn: `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForX/s` },
  { arn: `arn:aws:sts::${account}:federated-user/alice` },
  { arn: iam('root') },
  { arn: 'arn:aws:iam::444455556666:user/bob' },
  { service: 'ec2.amazonaws.com' },
  { anonymous: true },
)

const targets = fc.constantFrom(
  ['s3:GetObject', 'arn:aws:s3:::home/alice', account],
  ['s3:PutObject', 'arn:aws:s3:::home/bob', '444455556666'],
  ['s3:ListAllMyBuckets', '*', undefined],
  ['kms:Decrypt', key, undefined],
  ['sts:AssumeRole', iam('role/app'), undefined],
  ['sts:GetCallerIdentity', '*', undefined],
  ['ec2:RunInstances', `arn:aws:ec2:us-east-1:${account}:instance/i`, undefined],
)

const request: fc.Arbitrary<RequestInput> = fc
  .record({
    principal: principals,
    target: targets,
    requestTags: fc.constantFrom<Record<string, string>>(
      {},
      { team: 'red' },
      { team: 'red', x: '' },
    ),
    context: fc.constantFrom<Record<string, string | string[]>>(
      {},
      { k: 'red' },
      { k: ['red', 'blue'] },
      { k: [] },
      { n: '5', k: '' },
    ),
  })
  .map(({ principal, target, requestTags, context }) => {
    const [action = '', arn = '', owner] = target
    return {
      principal,
      action,
      resource: { arn, ...(owner && { account: owner }) },
      requestTags,
      context,
    }
  })

const list = <T>(...values: readonly T[]) =>
  fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 }))

const actions = list('*', 's3:*', 's3:Get*', 'kms:*', 'sts:*', 'sts:AssumeRole', 'ec2:*')
const resources = list(
  '*',
  'arn:aws:s3:::home/${aws:username}',
  'arn:aws:s3:::*',
  'arn:aws:s3:::${aws:PrincipalTag/team}',
  key,
  'arn:aws:*:1',
)
const named = fc.oneof(
  fc.constant('*'),
  fc.record({
    AWS: list(
      '*',
      account,
      iam('root'),
      iam('user/alice'),
      iam('role/app'),
      `arn:aws:sts::${account}:assumed-role/app/s`,
      '444455556666',
    ),
  }),
  fc.constant({ Service: 'ec2.amazonaws.com' }),
  fc.constant({}),
)
const operators = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringEqualsIfExists',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringNotEquals',
  'NumericLessThan',
  'Null',
  'StringEqual',
)
const condition = fc.dictionary(
  operators,
  fc.dictionary(
    fc.constantFrom('k', 'K', 'n', 'aws:TagKeys', 'aws:PrincipalTag/team', 'aws:RequestTag/team'),
    list('red', 'blue', '', 'true', '${aws:PrincipalTag/team}', "${aws:RequestTag/team, 'red'}"),
    { maxKeys: 2 },
  ),
  { maxKeys: 2 },
)

type Json = Readonly<Record<string, unknown>>

const statement = (effect: fc.Arbitrary<string>): fc.Arbitrary<Json> =>
  fc
    .record(
      {
        Effect: effect,
        Action: actions,
        Resource: resources,
        Principal: named,
        Condition: condition,
        negated: fc.nat({ max: 20 }),
      },
      { requiredKeys: ['Effect', 'Action', 'Resource', 'Principal', 'negated'] },
    )
    .map(({ negated, Action, Resource, Principal, ...rest }) => {
      // Every third one is about everything, so that the types of policy meet.
      if (negated > 13) return { Effect: rest.Effect, Principal: '*', Action: '*', Resource: '*' }
      return {
        ...rest,
        ...(negated === 1 ? { NotPrincipal: Principal } : { Principal }),
        ...(negated === 2 ? { NotAction: Action } : { Action }),
        ...(negated === 3 ? { NotResource: Resource } : negated === 4 ? {} : { Resource }),
        ...(negated === 5 && { Odd: true }),
      }
    })

interface Written {
  readonly name: string
  readonly type: AttachedPolicy['type']
  readonly level?: string
  readonly attachedTo?: readonly string[]
  readonly statements: readonly Json[]
  readonly version: string
}

const effects = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny')
const written = (statements: fc.Arbitrary<readonly Json[]>): fc.Arbitrary<Omit<Written, 'name'>> =>
  fc.record(
    {
      type: fc.constantFrom(...policyTypes, 'identity', 'resource'),
      level: fc.constantFrom('root', 'ou'),
      attachedTo: fc.constantFrom(
        ['*'],
        [iam('user/alice')],
        ['arn:aws:s3:::home', iam('role/app')],
      ),
      statements,
      version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
    },
    { requiredKeys: ['type', 'statements', 'version'] },
  )

const policies = fc
  .array(written(fc.array(statement(effects), { minLength: 1, maxLength: 3 })), { maxLength: 5 })
  .map((some) => some.map((policy, index): Written => ({ ...policy, name: `p${index}` })))

/** Reads a policy: every time anew, so nothing that was kept for an earlier reading can be met. */
function attach({ name, type, level, attachedTo, statements, version }: Written): AttachedPolicy {
  const plain = !['resource', 'rcp', 'endpoint'].includes(type)
  const fitting = statements.map(({ Principal, NotPrincipal, Resource, ...rest }) => ({
    ...rest,
    ...(!plain && Principal !== undefined && { Principal }),
    ...(!plain && NotPrincipal !== undefined && { NotPrincipal }),
    // A trust policy has no Resource.
    ...(!(type === 'resource' && String(rest['Action']).startsWith('sts:')) && { Resource }),
  }))
  const { document } = readPolicy(JSON.stringify({ Version: version, Statement: fitting }))
  return { name, type, document, ...(level && { level }), ...(attachedTo && { attachedTo }) }
}

const decide = (asked: RequestInput, some: readonly Written[]) =>
  evaluate(accessRequest(asked), some.map(attach))
const refs = ({ decidedBy }: Decision) =>
  decidedBy.map(({ policy, statement: at }) => `${policy} ${at}`).sort()

describe('laws of the evaluation', () => {
  it('the samples reach every verdict in every setting', () => {
    const seen = new Map<string, number>()
    for (const [asked, some] of fc.sample(fc.tuple(request, policies), {
      numRuns: 3000,
      seed: 7,
    })) {
      const { verdict, rule, relation } = decide(asked, some)
      for (const name of [`${rule} ${verdict}`, `${relation} ${verdict}`])
        seen.set(name, (seen.get(name) ?? 0) + 1)
    }
    for (const setting of [
      'ordinary',
      'roleTrust',
      'keyPolicy',
      'sameAccount',
      'crossAccount',
      'noAccount',
    ])
      for (const verdict of ['allow', 'explicitDeny', 'implicitDeny'])
        expect(seen.get(`${setting} ${verdict}`) ?? 0, `${setting} ${verdict}`).toBeGreaterThan(0)
  })

  it('the order of policies, and of statements in them, does not matter', () => {
    fc.assert(
      fc.property(request, policies, fc.func(fc.nat()), (asked, some, rank) => {
        const shuffled = [...some].sort((a, b) => rank(a.name) - rank(b.name))
        const straight = decide(asked, some)
        const other = decide(asked, shuffled)
        expect([other.verdict, refs(other)]).toEqual([straight.verdict, refs(straight)])
        const reversed = decide(
          asked,
          some.map((policy) => ({ ...policy, statements: [...policy.statements].reverse() })),
        )
        const back = reversed.decidedBy.map(({ policy, statement: at }) => {
          const statements = some.find(({ name }) => name === policy)?.statements ?? []
          return `${policy} ${statements.length - 1 - at}`
        })
        expect([reversed.verdict, back.sort()]).toEqual([straight.verdict, refs(straight)])
      }),
      { numRuns: 80 },
    )
  })

  it('a Deny more never makes an allow', () => {
    fc.assert(
      fc.property(
        request,
        policies,
        written(fc.array(statement(fc.constant('Deny')), { minLength: 1, maxLength: 2 })),
        (asked, some, denying) => {
          const before = decide(asked, some).verdict
          // Not in a policy of its own: a boundary of Denies is a ceiling as well, which limits anyway.
          const [first, ...rest] = some
          const more = { ...denying, name: 'more' }
          const changed = [decide(asked, [...some, more])]
          if (first)
            changed.push(
              decide(asked, [
                { ...first, statements: [...first.statements, ...denying.statements] },
                ...rest,
              ]),
            )
          for (const { verdict } of changed) {
            if (before !== 'allow') expect(verdict).not.toBe('allow')
            if (before === 'explicitDeny') expect(verdict).toBe('explicitDeny')
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  it('a ceiling more never makes an allow', () => {
    const ceiling = fc.tuple(
      fc.constantFrom(boundary, 'scp', 'rcp', 'endpoint'),
      fc.array(statement(effects), { minLength: 1, maxLength: 2 }),
    )
    fc.assert(
      fc.property(request, policies, ceiling, (asked, some, [type, statements]) => {
        fc.pre(decide(asked, some).verdict !== 'allow')
        // SCPs of one level add up, so a new one has a level of its own.
        const more: Written = {
          name: 'more',
          type: type,
          level: 'more',
          statements,
          version: '2012-10-17',
        }
        expect(decide(asked, [...some, more]).verdict).not.toBe('allow')
      }),
      { numRuns: 80 },
    )
  })

  it('taking an Allow away never makes an allow', () => {
    fc.assert(
      fc.property(request, policies, fc.nat(), (asked, some, which) => {
        fc.pre(some.length > 0 && decide(asked, some).verdict !== 'allow')
        const at = which % some.length
        const left = some.map((policy, index) =>
          index === at
            ? {
                ...policy,
                statements: policy.statements.filter(({ Effect }) => Effect !== 'Allow'),
              }
            : policy,
        )
        // A Deny stays; a policy left without statements stays attached, and is silent.
        expect(decide(asked, left).verdict).not.toBe('allow')
      }),
      { numRuns: 80 },
    )
  })

  it('the verdict is read off the trace: what decided applies there, with its effect, and nothing else does', () => {
    fc.assert(
      fc.property(request, policies, (asked, some) => {
        const { verdict, decidedBy, steps, missing, rule } = decide(asked, some)
        const consulted = steps.flatMap(({ policies: traces }) =>
          traces.filter(({ notConsulted }) => !notConsulted),
        )
        const applying = (effect: string) =>
          consulted.flatMap(({ statements }) =>
            statements
              .filter(
                ({ applies, statement: { effect: written } }) =>
                  applies && written?.value === effect,
              )
              .map(({ ref }) => ref),
          )
        if (rule === 'noPermissionNeeded') expect([verdict, decidedBy]).toEqual(['allow', []])
        else {
          expect(decidedBy).toEqual(
            verdict === 'allow'
              ? applying('Allow')
              : verdict === 'explicitDeny'
                ? applying('Deny')
                : [],
          )
          expect(verdict === 'explicitDeny').toBe(applying('Deny').length > 0)
        }
        expect(missing.length > 0).toBe(verdict === 'implicitDeny')
        // Every policy and every statement is traced, once.
        const traced = steps.flatMap(({ policies: traces }) =>
          traces.flatMap(({ statements }) =>
            statements.map(({ ref }) => `${ref.policy} ${ref.statement}`),
          ),
        )
        expect(traced.sort()).toEqual(
          some.flatMap(({ name, statements }) => statements.map((_, at) => `${name} ${at}`)).sort(),
        )
        for (const { statements } of steps.flatMap(({ policies: traces }) => traces))
          for (const trace of statements) {
            const parts = [trace.principal, trace.action, trace.resource, ...trace.conditions]
            expect(trace.applies).toBe(
              trace.faults.length === 0 && parts.every((part) => part?.matched !== false),
            )
          }
      }),
      { numRuns: 200 },
    )
  })

  it('policies of other principals and resources change nothing', () => {
    fc.assert(
      fc.property(
        request,
        policies,
        written(fc.array(statement(effects), { minLength: 1, maxLength: 3 })),
        (asked, some, foreign) => {
          fc.pre(foreign.type !== 'endpoint')
          const elsewhere = {
            ...foreign,
            name: 'elsewhere',
            attachedTo: ['arn:aws:iam::999999999999:nobody'],
          }
          const [straight, other] = [decide(asked, some), decide(asked, [...some, elsewhere])]
          expect([other.verdict, refs(other)]).toEqual([straight.verdict, refs(straight)])
        },
      ),
      { numRuns: 80 },
    )
  })

  it('what is kept in memory is never stale: any requests, in any order, are decided as if for the first time', () => {
    const asked = fc.array(fc.tuple(request, fc.nat({ max: 31 })), { minLength: 2, maxLength: 8 })
    let shared = 0
    fc.assert(
      fc.property(policies, asked, (some, requests) => {
        const kept = some.map(attach)
        const decided = requests.map(([input, mask]) => {
          // Some of the policies each time: a boundary that comes and goes changes what NotPrincipal means.
          const chosen = kept.filter((_, index) => (mask & (1 << index)) === 0)
          const decision = evaluate(accessRequest(input), chosen)
          const fresh = evaluate(
            accessRequest(input),
            some.filter((_, index) => (mask & (1 << index)) === 0).map(attach),
          )
          expect(decision).toEqual(fresh)
          return { decision, fresh }
        })
        // Nor did a later request change what an earlier one was told.
        for (const { decision, fresh } of decided) expect(decision).toEqual(fresh)
        const traces = decided.flatMap(({ decision }) =>
          decision.steps.flatMap(({ policies: group }) =>
            group.flatMap(({ statements }) => statements),
          ),
        )
        shared += traces.length - new Set(traces).size
      }),
      { numRuns: 80 },
    )
    // Traces were indeed kept and handed out again.
    expect(shared).toBeGreaterThan(100)
  })

  it('a document that two policies share is traced for each of them', () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(request, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...policyTypes),
        (some, requests, type) => {
          const kept = some.map(attach)
          const twins = kept.flatMap((policy) => [
            policy,
            { ...policy, name: `${policy.name} again`, type },
          ])
          for (const input of requests) {
            const fresh = some.flatMap((policy) => [
              attach(policy),
              { ...attach(policy), name: `${policy.name} again`, type },
            ])
            expect(evaluate(accessRequest(input), twins)).toEqual(
              evaluate(accessRequest(input), fresh),
            )
          }
        },
      ),
      { numRuns: 80 },
    )
  })
})
