import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessRequest, type RequestInput } from './access-request.ts'
import { contextEntry, type ContextEntry } from './context.ts'

const account = '111122223333'
const alice = { arn: `arn:aws:iam::${account}:user/division/alice` }
const base: RequestInput = {
  principal: alice,
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
}

/** The context of a request, by key as written. */
function contextOf(changes: Partial<RequestInput>): Readonly<Record<string, readonly string[]>> {
  const { context } = accessRequest({ ...base, ...changes })
  return Object.fromEntries([...context.values()].map(({ key, values }) => [key, values]))
}

function entry(changes: Partial<RequestInput>, key: string): ContextEntry | undefined {
  return contextEntry(accessRequest({ ...base, ...changes }).context, key)
}

describe('who asks', () => {
  it.each<[RequestInput['principal'], string]>([
    [alice, 'user'],
    [{ service: 'ec2.amazonaws.com' }, 'service'],
    [{ federated: 'accounts.google.com' }, 'federatedProvider'],
    [{ canonicalUser: '79a5' }, 'canonicalUser'],
    [{ anonymous: true }, 'anonymous'],
    // Total: an ARN that names nobody who can ask is a principal without permissions.
    [{ arn: `arn:aws:iam::${account}:group/admins` }, 'unknown'],
    [{ arn: '' }, 'unknown'],
  ])('%j is a %s', (principal, kind) => {
    expect(accessRequest({ ...base, principal }).principal.kind).toBe(kind)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (principal key values) */
describe('keys derived from the principal (6.15)', () => {
  it('an IAM user', () => {
    expect(contextOf({})).toEqual({
      'aws:PrincipalArn': [alice.arn],
      'aws:PrincipalAccount': [account],
      'aws:PrincipalType': ['User'],
      'aws:username': ['alice'],
      'aws:PrincipalIsAWSService': ['false'],
    })
  })

  it("a role's session has the role's ARN", () => {
    const expected = {
      'aws:PrincipalArn': [`arn:aws:iam::${account}:role/app`],
      'aws:PrincipalAccount': [account],
      'aws:PrincipalType': ['AssumedRole'],
      'aws:PrincipalIsAWSService': ['false'],
    }
    expect(contextOf({ principal: { arn: `arn:aws:sts::${account}:assumed-role/app/s` } })).toEqual(
      expected,
    )
    expect(contextOf({ principal: { arn: `arn:aws:iam::${account}:role/app` } })).toEqual(expected)
  })

  it('the root user, and a federated user', () => {
    for (const [arn, type] of [
      [`arn:aws:iam::${account}:root`, 'Account'],
      [`arn:aws:sts::${account}:federated-user/bob`, 'FederatedUser'],
    ] as const)
      expect(contextOf({ principal: { arn } })).toEqual({
        'aws:PrincipalArn': [arn],
        'aws:PrincipalAccount': [account],
        'aws:PrincipalType': [type],
        'aws:PrincipalIsAWSService': ['false'],
      })
  })

  it('an AWS service', () => {
    expect(contextOf({ principal: { service: 'ec2.amazonaws.com' } })).toEqual({
      'aws:PrincipalServiceName': ['ec2.amazonaws.com'],
      'aws:PrincipalIsAWSService': ['true'],
    })
  })

  it('an anonymous caller has the account "anonymous", and no ARN', () => {
    expect(contextOf({ principal: { anonymous: true } })).toEqual({
      'aws:PrincipalAccount': ['anonymous'],
      'aws:PrincipalType': ['Anonymous'],
    })
  })

  it('others carry nothing but that they are no service, where the request is signed', () => {
    expect(contextOf({ principal: { canonicalUser: '79a5' } })).toEqual({
      'aws:PrincipalIsAWSService': ['false'],
    })
    expect(contextOf({ principal: { federated: 'accounts.google.com' } })).toEqual({})
    expect(contextOf({ principal: { arn: 'nobody' } })).toEqual({})
  })
})

describe('keys derived from the resource and from tags', () => {
  it('aws:ResourceAccount is the stated owner, else the account of the ARN', () => {
    const owner = (resource: RequestInput['resource']) =>
      entry({ resource }, 'aws:ResourceAccount')?.values
    expect(owner({ arn: 'arn:aws:s3:::b', account: '444455556666' })).toEqual(['444455556666'])
    expect(owner({ arn: `arn:aws:sqs:us-east-1:${account}:q` })).toEqual([account])
    expect(owner({ arn: 'arn:aws:s3:::b' })).toBeUndefined()
    expect(owner({ arn: '*' })).toBeUndefined()
  })

  it('tags are one single-valued key each; their keys ignore case (6.14)', () => {
    const changes = {
      principal: { ...alice, tags: { team: 'Red' } },
      resource: { ...base.resource, tags: { Stage: 'prod' } },
      requestTags: { Owner: 'me', Cost: '' },
    }
    expect(entry(changes, 'AWS:principaltag/TEAM')).toMatchObject({
      values: ['Red'],
      multivalued: false,
      origin: 'principalTags',
    })
    expect(entry(changes, 'aws:ResourceTag/stage')?.values).toEqual(['prod'])
    expect(entry(changes, 'aws:RequestTag/owner')?.values).toEqual(['me'])
    expect(entry(changes, 'aws:RequestTag/cost')?.values).toEqual([''])
    expect(entry(changes, 'aws:TagKeys')).toMatchObject({
      values: ['Owner', 'Cost'],
      multivalued: true,
    })
    // The services' own forms are keys of their own: nobody derives them.
    expect(entry(changes, 's3:ExistingObjectTag/Stage')).toBeUndefined()
  })

  it('no tags, no aws:TagKeys', () => {
    expect(entry({ requestTags: {} }, 'aws:TagKeys')).toBeUndefined()
  })

  it('two tags whose keys differ by case share a key with both values (14.15)', () => {
    expect(entry({ requestTags: { team: 'a', Team: 'b' } }, 'aws:RequestTag/TEAM')).toMatchObject({
      values: ['a', 'b'],
      multivalued: true,
    })
  })

  it('tags and keys named like members of every object are just names', () => {
    const odd = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}') as Record<
      string,
      string
    >
    const changes = { requestTags: odd, context: odd }
    for (const [key, value] of [
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ] as const) {
      expect(entry(changes, `aws:RequestTag/${key}`)?.values).toEqual([value])
      expect(entry(changes, key)?.values).toEqual([value])
    }
    expect(entry({}, '__proto__')).toBeUndefined()
    expect(entry({}, 'constructor')).toBeUndefined()
  })
})

describe('keys set by hand', () => {
  it('win over what is derived, whatever their case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'aws:PrincipalArn',
          'aws:username',
          'aws:PrincipalTag/team',
          'aws:TagKeys',
          'aws:PrincipalIsAWSService',
        ),
        fc.boolean(),
        fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 1, maxLength: 3 })),
        (key, upper, value) => {
          const context = { [upper ? key.toUpperCase() : key]: value }
          const changes = {
            principal: { ...alice, tags: { team: 'red' } },
            requestTags: { a: 'b' },
            context,
          }
          expect(entry(changes, key)).toMatchObject({
            values: typeof value === 'string' ? [value] : value,
            multivalued: typeof value !== 'string',
            origin: 'set',
          })
        },
      ),
    )
  })

  it('an empty list is no key, and takes a derived one away (14.13)', () => {
    expect(entry({ context: { 'aws:username': [] } }, 'aws:username')).toBeUndefined()
    expect(entry({ context: { 'aws:SourceIp': [] } }, 'aws:SourceIp')).toBeUndefined()
  })

  it('of a key set twice in different case the last one counts', () => {
    expect(
      entry({ context: { 'aws:SourceIp': '1', 'AWS:SOURCEIP': '2' } }, 'aws:sourceip')?.values,
    ).toEqual(['2'])
  })

  it('nothing else is there', () => {
    expect(entry({}, 'aws:SourceIp')).toBeUndefined()
    expect(entry({}, 'aws:CurrentTime')).toBeUndefined()
  })
})

describe('the current time (6.8)', () => {
  it('follows the one that is set', () => {
    expect(
      entry({ context: { 'aws:CurrentTime': '2026-03-29T10:30:15Z' } }, 'aws:EpochTime'),
    ).toMatchObject({ values: ['1774780215'], origin: 'time' })
    expect(
      entry({ context: { 'AWS:epochtime': '1774780215' } }, 'aws:CurrentTime')?.values,
    ).toEqual(['2026-03-29T10:30:15Z'])
  })

  it('both set stay as they are; what is no time gives none', () => {
    const both = { 'aws:CurrentTime': '2026-01-01', 'aws:EpochTime': '12345' }
    expect(contextOf({ context: both })).toMatchObject({
      'aws:CurrentTime': ['2026-01-01'],
      'aws:EpochTime': ['12345'],
    })
    expect(entry({ context: { 'aws:CurrentTime': 'now' } }, 'aws:EpochTime')).toBeUndefined()
  })
})

it('the input is left alone, and asking twice gives the same', () => {
  const input: RequestInput = Object.freeze({
    ...base,
    requestTags: Object.freeze({ a: 'b' }),
    context: Object.freeze({ k: Object.freeze(['v']) }),
  })
  expect(accessRequest(input)).toEqual(accessRequest(input))
})
