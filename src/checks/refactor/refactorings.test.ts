import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '#evaluator'
import { applyEdits, readMarkedText, readPolicy, type Fix, type GrammarType } from '#policy'
import { emptyReference } from '#reference'
import { accessRequest, type RequestInput } from '#request'
import { referenceFromDisk } from '../../cli/reference-from-disk.ts'
import { refactorings } from './refactorings.ts'

const reference = referenceFromDisk()

/** What is offered where `‸` stands. */
function offered(marked: string, type: GrammarType = 'identity'): readonly Fix[] {
  const { text, cursor = 0 } = readMarkedText(marked)
  return refactorings(readPolicy(text), type, reference, { start: cursor, end: cursor })
}

/** The statements after the offer whose title begins so. */
function after(marked: string, title: string): unknown {
  const { text } = readMarkedText(marked)
  const fixes = offered(marked)
  const found = fixes.find((fix) => fix.title.startsWith(title))
  if (!found) throw new Error(`not offered: ${fixes.map((fix) => fix.title).join(' | ')}`)
  return (JSON.parse(applyEdits(text, found.edits)) as { Statement: unknown }).Statement
}

const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`
const allow = (rest: string) => `{ "Effect": "Allow", ${rest} }`

describe('each offer', () => {
  test('expands a wildcard, leaving out what is listed already', () => {
    const text = policy(allow('"Action": ["sns:‸Unt*", "SNS:untagresource"], "Resource": "*"'))
    expect(after(text, 'Expand "sns:Unt*" to its action')).toEqual([
      expect.objectContaining({ Action: ['SNS:untagresource'] }),
    ])
    const other = policy(allow('"Action": "sqs:‸*MessageBatch*", "Resource": "*"'))
    expect(offered(other).map(({ title }) => title)).not.toContain('Expand')
    const tags = policy(allow('"Action": "sqs:‸*tag*", "Resource": "*"'))
    expect(after(tags, 'Expand')).toEqual([
      expect.objectContaining({ Action: ['sqs:ListQueueTags', 'sqs:TagQueue', 'sqs:UntagQueue'] }),
    ])
  })

  test('collapses actions to the same actions', () => {
    const text = policy(
      allow(
        '"Ac‸tion": ["sqs:AddPermission", "sqs:RemovePermission", "sqs:SendMessage"], "Resource": "*"',
      ),
    )
    expect(after(text, 'Collapse the actions to')).toEqual([
      expect.objectContaining({ Action: ['sqs:*Permission', 'sqs:SendMessage'] }),
    ])
  })

  test('says what a wider wildcard adds', () => {
    const reads = policy(
      allow(
        '"Ac‸tion": ["sqs:GetQueueUrl", "sqs:ListQueues", "sqs:ListQueueTags"], "Resource": "*"',
      ),
    )
    const wider = offered(reads).find(({ title }) => title.includes('more that read'))
    expect(wider?.changesAccess).toBe(true)
    expect(wider?.title).toContain('sqs:')
  })

  test('splits by service', () => {
    const text = policy(allow('"Action": ["sqs:‸SendMessage", "s3:GetObject"], "Resource": "*"'))
    expect(after(text, 'Split into 2 statements')).toEqual([
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    ])
  })

  test('splits a single statement that is no list', () => {
    const text = `{ "Version": "2012-10-17", "Statement": ${allow('"Action": ["sqs:‸SendMessage", "s3:GetObject", "sns:Publish"], "Resource": "*"')} }`
    expect(after(text, 'Split into 3 statements')).toHaveLength(3)
  })

  test('splits off what takes no resource', () => {
    const text = policy(
      allow('"Sid": "A", "Action": ["s3:‸GetObject", "s3:ListAllMyBuckets"], "Resource": "*"'),
    )
    expect(after(text, 'Split off the action')).toEqual([
      { Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
    ])
  })

  test('adds the action that a call needs as well', () => {
    const create = policy(allow('"Action": "connect:‸CreateUser", "Resource": "*"'))
    expect(after(create, 'Add "connect:TagResource"')).toEqual([
      expect.objectContaining({ Action: ['connect:CreateUser', 'connect:TagResource'] }),
    ])
    const lambda = policy(allow('"Action": "lambda:‸CreateFunction", "Resource": "*"'))
    expect(after(lambda, 'Add "iam:PassRole"')).toHaveLength(2)
  })

  test('turns one value into a list and back', () => {
    expect(
      after(policy(allow('"Action": "sqs:ListQueues", "Resource": "‸*"')), 'Turn the value'),
    ).toEqual([expect.objectContaining({ Resource: ['*'] })])
    expect(
      after(policy(allow('"Action": "sqs:ListQueues", "Resource": ["‸*"]')), 'Turn the list'),
    ).toEqual([expect.objectContaining({ Resource: '*' })])
    const sid = offered(policy(allow('"Sid": "‸A", "Action": "sqs:ListQueues", "Resource": "*"')))
    expect(sid.map(({ title }) => title)).not.toContain('Turn the value into a list')
  })

  test('sorts a list and keeps each value once', () => {
    const text = policy(
      allow('"Action": ["sqs:‸SendMessage", "s3:GetObject", "SQS:sendmessage"], "Resource": "*"'),
    )
    expect(after(text, 'Sort the list and delete a duplicate')).toEqual([
      expect.objectContaining({ Action: ['s3:GetObject', 'sqs:SendMessage'] }),
    ])
  })

  test('respells actions', () => {
    const text = policy(allow('"Action": ["SQS:‸sendmessage", "S3:get*"], "Resource": "*"'))
    expect(after(text, 'Spell the actions')).toEqual([
      expect.objectContaining({ Action: ['sqs:SendMessage', 's3:get*'] }),
    ])
  })

  test('names and numbers statements', () => {
    const one = '{ "Effect": "Allow", ‸"Action": "sqs:ListQueues", "Resource": "*" }'
    const other = '{ "Sid": "Statement1", "Effect": "Deny", "Action": "*", "Resource": "*" }'
    expect(after(policy(one, other), 'Add the Sid "AllowSqsListQueues"')).toHaveLength(2)
    const bare = one.replace('‸', '')
    expect(after(policy(one, other, bare), 'Number the 2')).toEqual([
      expect.objectContaining({ Sid: 'Statement2' }),
      expect.objectContaining({ Sid: 'Statement1' }),
      expect.objectContaining({ Sid: 'Statement3' }),
    ])
  })

  test('brings the Version up to date, and says when that makes variables', () => {
    const old = '‸{ "Version": "2008-10-17", "Statement": [] }'
    expect(offered(old)).toEqual([
      expect.objectContaining({ title: 'Change the Version to 2012-10-17', changesAccess: false }),
    ])
    const variable = `‸{ "Statement": [${allow('"Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}"')}] }`
    expect(offered(variable)[0]).toMatchObject({ changesAccess: true })
  })

  test('turns NotAction into Allow and Deny, and back', () => {
    const text = policy(allow('"NotAction": "iam:‸*", "Resource": "*"'))
    const both = after(text, 'Allow every action')
    expect(both).toEqual([
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ])
    const back = `{ "Version": "2012-10-17", "Statement": ${JSON.stringify(both).replace('"*"', '"‸*"')} }`
    expect(after(back, 'Turn Allow and Deny')).toEqual([
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
    ])
  })

  test.each([
    ['Allow only with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['Allow only with TLS', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['Allow only from an IP range', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    [
      'Allow only between two dates',
      {
        DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
        DateLessThan: { 'aws:CurrentTime': '2031-01-01T00:00:00Z' },
      },
    ],
    ['Allow only for resources with a tag', { StringEquals: { 'aws:ResourceTag/team': 'core' } }],
    ['Allow only with a tag in the request', { StringEquals: { 'aws:RequestTag/team': 'core' } }],
  ])('restricts: %s', (title, condition) => {
    const text = policy(allow('"Action": "ec2:‸RunInstances", "Resource": "*"'))
    expect(after(text, title)).toEqual([expect.objectContaining({ Condition: condition })])
  })

  test('adds a restriction to those that are there, once', () => {
    const text = policy(
      allow(
        '"Action": "ec2:‸RunInstances", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      ),
    )
    expect(after(text, 'Allow only with MFA')).toEqual([
      expect.objectContaining({
        Condition: {
          Bool: { 'aws:SecureTransport': 'true', 'aws:MultiFactorAuthPresent': 'true' },
        },
      }),
    ])
    expect(offered(text).map(({ title }) => title)).not.toContain('Allow only with TLS')
  })

  test('restricts a Deny the other way round', () => {
    const titles = offered(policy('{ "Effect": "Deny", ‸"Action": "*", "Resource": "*" }')).map(
      ({ title }) => title,
    )
    expect(titles).toContain('Deny only without MFA')
    expect(titles).not.toContain('Allow only with MFA')
  })

  test('offers tags only where an action carries them', () => {
    const titles = offered(policy(allow('"Action": "s3:‸ListAllMyBuckets", "Resource": "*"'))).map(
      ({ title }) => title,
    )
    expect(titles).not.toContain('Allow only for resources with a tag')
  })
})

describe('nothing is offered', () => {
  test.each([
    '',
    '[]',
    '{ "Statement": [ }',
    '{ "Statement": [], }',
    '{"Statement":[],"Statement":[]}',
  ])('in %s', (text) => {
    expect(offered(text)).toEqual([])
  })

  test('that needs facts which are not loaded', () => {
    const { text, cursor = 0 } = readMarkedText(
      policy(allow('"Action": ["sqs:‸*tag*", "SQS:sendmessage"], "Resource": "*"')),
    )
    const titles = refactorings(readPolicy(text), 'identity', emptyReference, {
      start: cursor,
      end: cursor,
    }).map(({ title }) => title)
    expect(titles.filter((title) => /Expand|Collapse|Spell/u.test(title))).toEqual([])
  })
})

const actions = [
  'sqs:SendMessage',
  'sqs:ListQueues',
  'sqs:TagQueue',
  'sqs:UntagQueue',
  's3:GetObject',
  's3:GetObjectAcl',
  's3:GetObjectVersion',
  's3:ListAllMyBuckets',
  'ec2:RunInstances',
  'ec2:DescribeInstances',
  'sns:Publish',
]
const strings = [
  ...actions,
  'sqs:*',
  'SQS:sendmessage',
  's3:Get*',
  's3:*Object*',
  'ec2:Describe*',
  '*',
  'x:Y',
]
const arns = [
  'arn:aws:s3:::photos/a',
  'arn:aws:sqs:us-east-1:111122223333:orders',
  'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
]
const resources = ['*', ...arns, 'arn:aws:s3:::photos/*', 'arn:aws:sqs:*:*:*']

const oneOrMany = (values: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 7 }),
  )

const statement = fc.record(
  {
    Sid: fc.constantFrom('A', 'B', 'Statement1'),
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    Action: oneOrMany(strings),
    NotAction: oneOrMany(strings),
    Resource: oneOrMany(resources),
    Condition: fc.constantFrom(
      { Bool: { 'aws:SecureTransport': 'true' } },
      { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1', 'us-east-1'] } },
    ),
  },
  { requiredKeys: ['Effect', 'Resource'] },
)

const document = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.oneof(fc.array(statement, { minLength: 1, maxLength: 3 }), statement),
  },
  { requiredKeys: ['Statement'] },
)

const requests: readonly RequestInput[] = actions.flatMap((action) =>
  [...arns, '*'].flatMap((arn) =>
    ['true', 'false'].map((secure) => ({
      principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
      action,
      resource: { arn, account: '111122223333' },
      context: { 'aws:SecureTransport': secure, 'aws:RequestedRegion': 'us-east-1' },
    })),
  ),
)

const decisions = (text: string) => {
  const policies = [{ name: 'p', type: 'identity' as const, document: readPolicy(text).document }]
  return requests.map((request) => evaluate(accessRequest(request), policies).verdict)
}

describe('for any policy and any place', () => {
  test('what is offered leaves a policy, and changes decisions only where it says so', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 0, max: 2 }), fc.nat(), (value, indent, at) => {
        const text = JSON.stringify(value, undefined, indent)
        const caret = at % text.length
        const before = decisions(text)
        const source = readPolicy(text)
        for (const { title, edits, changesAccess } of refactorings(source, 'identity', reference, {
          start: caret,
          end: caret,
        })) {
          const changed = applyEdits(text, edits)
          expect(() => JSON.parse(changed) as unknown, `${title}: ${changed}`).not.toThrow()
          const again = readPolicy(changed)
          expect(again.problems.length, `${title}: ${changed}`).toBeLessThanOrEqual(
            source.problems.length,
          )
          if (!changesAccess) expect(decisions(changed), `${title}: ${changed}`).toEqual(before)
        }
      }),
      { numRuns: 300 },
    )
  })
})
