import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, readJson, readMarkedText, readPolicy, type PolicyType } from '#policy'
import { emptyReference } from '#reference'
import { accessRequest, type RequestInput } from '#request'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { complete } from './complete.ts'
import type { Completion, Situation } from './completion.ts'
import { plainText } from './snippet.ts'

const reference = referenceFromDisk()

const requests: readonly RequestInput[] = [
  {
    principal: { arn: 'arn:aws:iam::111122223333:role/app', tags: { team: 'red' } },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
    context: { 'aws:RequestedRegion': 'eu-central-1' },
  },
  {
    principal: { service: 'events.amazonaws.com' },
    action: 'sqs:SendMessage',
    resource: { arn: 'arn:aws:sqs:eu-west-1:444455556666:jobs', tags: { team: 'blue' } },
  },
]

const situation: Situation = { request: accessRequest(requests[0]!), requests, reference }

function offered(marked: string, type: PolicyType = 'identity', known = situation) {
  const { text, cursor = 0 } = readMarkedText(marked)
  return complete(readPolicy(text), type, cursor, known)
}

const labels = (...args: Parameters<typeof offered>) => offered(...args).map(({ label }) => label)

function one(marked: string, label: string, type?: PolicyType): Completion {
  const found = offered(marked, type).find((completion) => completion.label === label)
  if (!found) throw new Error(`${label} is not offered`)
  return found
}

function apply(text: string, { insert, span, also = [] }: Completion): string {
  return applyEdits(text, [...also, { span, text: plainText(insert) }])
}

const after = (marked: string, label: string, type?: PolicyType) =>
  apply(readMarkedText(marked).text, one(marked, label, type))

const statement = (inside: string) => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`
const action = (inside: string) => statement(`"Action": ["kms:Decrypt", "${inside}"]`)

describe('actions', () => {
  test('before the colon: services, those in use first', () => {
    expect(labels(action('‸')).slice(0, 5)).toEqual(['s3:GetObject', '*', 'kms', 's3', 'sqs'])
    expect(one(action('‸'), 'sqs')).toMatchObject({ detail: 'Amazon SQS', continues: true })
    expect(after(action('sq‸'), 'sqs')).toBe(action('sqs:'))
  })

  test('by the name of the product', () => {
    expect(labels(action('Simple Queue‸'))[0]).toBe('sqs')
    expect(labels(action('step fun‸'))[0]).toBe('states')
  })

  test('by an abbreviation, with and without its service', () => {
    expect(labels(action('connect:uug‸'))).toContain('connect:UpdateUserHierarchyGroupName')
    expect(labels(action('gbp‸'))).toContain('s3:GetBucketPolicy')
    expect(after(action('s3:getob‸'), 's3:GetObject')).toBe(action('s3:GetObject'))
  })

  test('say what they do, how they are listed, and what they are about', () => {
    expect(one(action('sqs:sendm‸'), 'sqs:SendMessage')).toMatchObject({
      detail: 'Write',
      documentation: 'Deliver a message to the specified queue. Resource types: queue.',
      filter: 'sqs:sendm',
    })
    expect(one(action('s3:listall‸'), 's3:ListAllMyBuckets').documentation).toContain(
      'only "*" grants it',
    )
  })

  test('come with the wildcards worth having, and how much they match', () => {
    const names = reference.names!.byPrefix.get('s3')!.actions
    const reads = names.filter(({ name }) => name.startsWith('Get')).length
    expect(one(action('s3:‸'), 's3:*').detail).toBe(`${names.length} actions`)
    expect(one(action('s3:‸'), 's3:Get*').detail).toBe(`${reads} actions`)
    expect(one(action('s3:ge‸'), 's3:Get*').documentation).toContain('Read')
    expect(labels(action('s3:getb‸'))[0]).toBe('s3:GetBucket*')
    expect(labels(action('s3:GetObject‸'))[0]).toBe('s3:GetObject')
  })

  test('that a wildcard being written matches', () => {
    const found = offered(action('s3:*Acl‸'))
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['s3:*Acl', 's3:GetBucketAcl', 's3:PutObjectAcl']),
    )
    expect(found[0]!.detail).toMatch(/^\d+ actions$/u)
  })

  test('in text that does not parse', () => {
    expect(after('{"Statement": [{"Action": ["s3:geto‸', 's3:GetObject')).toBe(
      '{"Statement": [{"Action": ["s3:GetObject"',
    )
    expect(labels('{"Statement": {"Effect": "Allow" "Action": "sqs:‸\n')).toContain(
      'sqs:SendMessage',
    )
  })

  test('are not known before the names are loaded', () => {
    const known = { ...situation, reference: emptyReference }
    expect(labels(action('sqs:‸'), 'identity', known)).toEqual(['s3:GetObject', '*'])
  })
})

describe('resources', () => {
  const resource = (actions: string, inside: string) =>
    statement(`"Action": [${actions}], "Resource": "${inside}"`)

  test('the ARN formats of the listed actions, filled from the request', () => {
    expect(labels(resource('"sqs:SendMessage"', '‸'))).toEqual([
      'arn:aws:s3:::reports/q3.csv',
      'arn:aws:sqs:eu-central-1:111122223333:QueueName',
      '*',
      'arn:aws:sqs:eu-west-1:444455556666:jobs',
    ])
    expect(
      one(resource('"sqs:SendMessage"', '‸'), 'arn:aws:sqs:eu-central-1:111122223333:QueueName'),
    ).toMatchObject({
      insert: '"arn:aws:sqs:${1:eu-central-1}:${2:111122223333}:${3:QueueName}"',
      detail: 'queue',
      documentation: 'Used by sqs:SendMessage.',
    })
  })

  test('names are those of the request’s resource', () => {
    const { insert } = one(resource('"s3:PutObject"', '‸'), 'arn:aws:s3:::reports/q3.csv')
    expect(insert).toBe('"arn:aws:s3:::reports/q3.csv"')
    expect(labels(resource('"s3:ListBucket"', '‸'))).toContain('arn:aws:s3:::BucketName')
  })

  test('"*" first where an action needs it', () => {
    const [first] = offered(resource('"s3:ListAllMyBuckets", "s3:GetObject"', '‸'))
    expect(first).toMatchObject({ label: '*', detail: 'needed by s3:ListAllMyBuckets' })
  })
})

describe('an ARN part by part', () => {
  const resource = (inside: string) =>
    statement(`"Action": ["sqs:SendMessage"], "Resource": "${inside}"`)

  test.each([
    ['arn:‸', 'aws'],
    ['arn:aws:‸', 'sqs'],
    ['arn:aws:sqs:‸', 'eu-central-1'],
    ['arn:aws:sqs:us-east-1:‸', '111122223333'],
    ['arn:aws:sqs:us-east-1:111122223333:‸', 'QueueName'],
    ['arn:aws:s3:‸', 'no Region'],
  ])('%s begins with %s', (inside, label) => {
    expect(labels(resource(inside))[0]).toBe(label)
  })

  test('each leads to the next', () => {
    expect(after(resource('arn:aws:s‸'), 'sqs')).toBe(resource('arn:aws:sqs:'))
    expect(after(resource('arn:aws:sqs:eu-‸:111122223333:jobs'), 'eu-west-1')).toBe(
      resource('arn:aws:sqs:eu-west-1:111122223333:jobs'),
    )
    expect(one(resource('arn:aws:sqs:us-east-1:111122223333:‸'), 'QueueName').insert).toBe(
      '${1:QueueName}',
    )
  })
})

describe('conditions', () => {
  const condition = (actions: string, inside: string) =>
    statement(`"Action": [${actions}], "Resource": "*", "Condition": {${inside}}`)

  test('keys that the actions carry before the global ones, marked where only some do', () => {
    const marked = condition('"s3:ListBucket", "s3:GetObject"', '"StringEquals": {"‸"}')
    const all = labels(marked)
    expect(one(marked, 's3:authType').detail).toBe('text, every action')
    expect(one(marked, 's3:delimiter').detail).toBe('text, 1 of 2 actions')
    expect(all.indexOf('s3:authType')).toBeLessThan(all.indexOf('s3:delimiter'))
    expect(all.indexOf('s3:delimiter')).toBeLessThan(all.indexOf('aws:PrincipalOrgID'))
    expect(all).not.toContain('s3:max-keys')
    expect(one(marked, 's3:ExistingObjectTag/…').insert).toBe(
      '"s3:ExistingObjectTag/${1:key}": "$2"',
    )
  })

  test('operators that fit the key first', () => {
    expect(labels(condition('"s3:*"', '"‸": {"aws:SourceIp": ""}'))[0]).toBe('IpAddress')
    expect(labels(condition('"s3:*"', '"‸": {"s3:max-keys": ""}'))[0]).toBe('NumericEquals')
  })

  test.each([
    ['"StringEquals": {"aws:RequestedRegion": "‸"}', ['eu-central-1', 'us-east-1']],
    ['"StringEquals": {"iam:PassedToService": "‸"}', ['ec2.amazonaws.com']],
    ['"StringEquals": {"s3:x-amz-acl": "‸"}', ['bucket-owner-full-control']],
    ['"StringEquals": {"aws:ResourceTag/team": "‸"}', ['blue']],
    ['"StringEquals": {"aws:ResourceAccount": "‸"}', ['111122223333', '444455556666']],
    ['"ForAllValues:StringEquals": {"aws:TagKeys": ["‸"]}', ['team']],
    ['"ArnLike": {"aws:PrincipalArn": "‸"}', ['arn:aws:iam::111122223333:role/app']],
  ])('values in %s', (inside, values) => {
    expect(labels(condition('"s3:GetObject"', inside))).toEqual(expect.arrayContaining(values))
  })

  test('keys of the actions as variables', () => {
    expect(
      labels(statement('"Action": "s3:ListBucket", "Resource": "arn:aws:s3:::${‸"')),
    ).toContain('s3:prefix')
  })
})

describe('principals and names', () => {
  test('of each kind', () => {
    const principal = (inside: string) => statement(`"Principal": {${inside}}`)
    expect(labels(principal('"AWS": "‸"'), 'resource')).toEqual([
      'arn:aws:iam::111122223333:role/app',
      '111122223333',
      '444455556666',
      'arn:aws:iam::111122223333:role/…',
      '*',
    ])
    const services = labels(principal('"Service": "‸"'), 'resource')
    expect(services[0]).toBe('events.amazonaws.com')
    expect(services).toContain('lambda.amazonaws.com')
    expect(labels(principal('"Federated": "‸"'), 'resource')).toContain('accounts.google.com')
  })

  test('a Sid of effect and actions', () => {
    const named = (inside: string) => labels(statement(`"Sid": "‸", ${inside}`))
    expect(named('"Effect": "Deny", "Action": "s3:GetObject"')).toEqual(['DenyS3GetObject'])
    expect(named('"Effect": "Allow", "Action": ["s3:Get*", "sqs:*"]')).toEqual(['AllowS3AndSqs'])
    expect(named('"Effect": "Deny", "NotAction": "iam:*"')).toEqual(['DenyAllButIam'])
    expect(named('"Effect": "Allow"')).toEqual([])
  })
})

test('every completion in a valid text leaves a valid text', () => {
  const texts = [
    action('s3:Get'),
    statement(
      '"Action": "s3:*", "Resource": ["arn:aws:s3:::reports/*", "arn:aws:s3:::${aws:username}"]',
    ),
    statement(
      '"Sid": "", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::1:role/a", "Service": ""}, "Action": "sqs:SendMessage", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*"}, "StringEquals": {"aws:ResourceTag/team": "red"}}',
    ),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.constantFrom<PolicyType>('identity', 'resource'),
      (text, place, type) => {
        const offset = place % (text.length + 1)
        for (const completion of complete(readPolicy(text), type, offset, situation)) {
          expect(completion.span.start).toBeLessThanOrEqual(offset)
          expect(completion.span.end).toBeGreaterThanOrEqual(offset)
          const result = apply(text, completion)
          expect(readJson(result).problems, `${completion.label}: ${result}`).toEqual([])
        }
      },
    ),
    { numRuns: 80 },
  )
})
