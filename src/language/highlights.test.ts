import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Decision } from '#evaluator'
import { markSpans, readMarkedText, readPolicy, type PolicyType } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import { highlights } from './highlights.ts'

const alice: RequestInput = {
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv', account: '111122223333' },
}

type Texts = Readonly<Partial<Record<PolicyType, string>>>

function decide(texts: Texts, request: RequestInput): Decision {
  const policies = (Object.entries(texts) as [PolicyType, string][]).map(([type, text]) => ({
    name: type,
    type,
    document: readPolicy(text).document,
  }))
  return evaluate(accessRequest(request), policies)
}

const whole = (statement: string) => `{"Version": "2012-10-17", "Statement": [${statement}]}`

/** The marks of one policy: what is said, and the statement's text with the parts of one kind marked. */
function marked(
  statement: string,
  request: Partial<RequestInput> = {},
  others: Texts = {},
  type: PolicyType = 'identity',
) {
  const text = whole(statement)
  const marks = highlights(decide({ [type]: text, ...others }, { ...alice, ...request }), type)
  return marks.map(({ mark, words, parts }) => {
    const unmet = parts.filter(({ met }) => !met)
    return {
      mark,
      words,
      text: markSpans(
        text,
        unmet.map(({ span }) => span),
      ),
      reasons: unmet.map((part) => part.words),
    }
  })
}

const allowAll = whole('{"Effect": "Allow", "Action": "*", "Resource": "*"}')
const denyAll = whole('{"Effect": "Deny", "Action": "*", "Resource": "*"}')
const allowNothing = whole('{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}')

describe('the mark of a statement', () => {
  const read = '{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}'

  test.each<[string, string, Texts, string, string]>([
    ['an allow that decides', read, {}, 'allows', '✓ allows this request'],
    ['a deny', read.replace('Allow', 'Deny'), {}, 'denies', '⛔ denies this request'],
    ['an overruled allow', read, { scp: denyAll }, 'overruled', 'allows, but overruled'],
    [
      'a limited allow',
      read,
      { boundary: allowNothing },
      'limited',
      "allows, but the permissions boundary doesn't",
    ],
    ['an allow under an SCP', read, { scp: allowNothing }, 'limited', 'allows, but no SCP does'],
  ])('%s', (_, statement, others, mark, words) => {
    expect(marked(statement, {}, others)).toMatchObject([{ mark, words }])
  })

  test('a ceiling alone grants nothing', () => {
    expect(marked(read, {}, { identity: allowNothing }, 'boundary')).toMatchObject([
      { mark: 'limited', words: 'allows, but a permissions boundary alone grants nothing' },
    ])
  })

  test('a policy that is not consulted says why', () => {
    const principal = { service: 'logs.amazonaws.com' }
    expect(marked(read, { principal })).toMatchObject([
      {
        mark: 'notConsulted',
        words: 'not consulted: this kind of policy never applies to this kind of principal',
      },
    ])
  })

  test('a fault is named', () => {
    expect(marked('{"Effect": "allow", "Action": "*", "Resource": "*"}')).toMatchObject([
      { mark: 'notApplied', words: 'matches nothing: Effect is allow, not Allow or Deny' },
    ])
  })

  test('a request that another statement allows has no near misses', () => {
    const [near] = marked(`${read.replace('"*"', '"arn:aws:s3:::other/*"')}, ${read}`)
    expect(near).toMatchObject({ mark: 'notApplied', words: 'not applied: resource differs' })
  })
})

describe('the part that fails', () => {
  test.each<[string, string, Partial<RequestInput>, string, string]>([
    [
      'the only resource',
      '{"Effect": "Allow", "Action": "*", "Resource": «"arn:aws:s3:::salaries/*"»}',
      {},
      'resource differs',
      "the request's resource is arn:aws:s3:::reports/q3.csv",
    ],
    [
      'an ARN part before the resource',
      '{"Effect": "Allow", "Action": "sqs:*", "Resource": «"arn:aws:sqs:*:444455556666:*"»}',
      { action: 'sqs:SendMessage', resource: { arn: 'arn:aws:sqs:us-east-1:111122223333:q' } },
      'resource differs',
      "the request's account is 111122223333",
    ],
    [
      'a list as a whole, at its name',
      '{"Effect": "Allow", "Action": "*", «"Resource"»: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]}',
      {},
      'resource differs',
      "the request's resource is arn:aws:s3:::reports/q3.csv",
    ],
    [
      'the value that excepts the request',
      '{"Effect": "Allow", "NotAction": ["iam:*", «"s3:*"»], "Resource": "*"}',
      {},
      'action differs',
      's3:* is excepted',
    ],
    [
      'a mistyped service among others',
      '{"Effect": "Allow", "Action": ["ec2:*", «"s4:GetObject"»], "Resource": "*"}',
      {},
      'action differs',
      'only the service differs: s4 here, s3 in the request',
    ],
    [
      'a mistyped name',
      '{"Effect": "Allow", "Action": [«"s3:GetObjetc"», "s3:PutObject"], "Resource": "*"}',
      {},
      'action differs',
      "one character differs: the request's action is s3:GetObject",
    ],
    [
      'an ARN where the request has none',
      '{"Effect": "Allow", "Action": "*", "Resource": «"arn:aws:s3:::*"»}',
      { action: 's3:ListAllMyBuckets', resource: { arn: '*' } },
      'resource differs',
      'this request names no resource, so only "*" matches it',
    ],
    [
      'a variable without a value',
      '{"Effect": "Allow", "Action": "*", "Resource": «"arn:aws:s3:::${aws:PrincipalTag/team}/*"»}',
      {},
      '${aws:PrincipalTag/team} has no value',
      '${aws:PrincipalTag/team} has no value in this request',
    ],
    [
      'the only value of a condition',
      '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": «"eu-west-1"»}}}',
      { context: { 'aws:RequestedRegion': 'eu-central-1' } },
      'aws:RequestedRegion is eu-central-1',
      'is eu-central-1',
    ],
    [
      'a value of other letter case',
      '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"s3:prefix": «"Home"»}}}',
      { context: { 's3:prefix': 'home' } },
      's3:prefix is home, and letter case counts',
      'is home, and letter case counts',
    ],
    [
      'a resource of other letter case',
      '{"Effect": "Allow", "Action": "*", "Resource": «"arn:aws:s3:::Reports/q3.csv"»}',
      {},
      'resource differs',
      "the request's resource is arn:aws:s3:::reports/q3.csv, and letter case counts",
    ],
    [
      'the values of a condition, at its key',
      '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {«"aws:RequestedRegion"»: ["a", "b"]}}}',
      { context: { 'aws:RequestedRegion': 'c' } },
      'aws:RequestedRegion is c',
      'is c',
    ],
    [
      'the value that a negated operator finds',
      '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringNotLike": {"aws:RequestedRegion": ["eu-*", «"us-*"»]}}}',
      { context: { 'aws:RequestedRegion': 'us-east-1' } },
      'aws:RequestedRegion is us-east-1',
      'is us-east-1',
    ],
    [
      'an absent key',
      '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {«"aws:MultiFactorAuthPresent"»: "true"}}}',
      {},
      'aws:MultiFactorAuthPresent is absent',
      "aws:MultiFactorAuthPresent isn't in the request",
    ],
  ])('%s', (_, statement, request, difference, reason) => {
    const { text } = readMarkedText(statement)
    expect(marked(text, request)).toEqual([
      {
        mark: 'nearMiss',
        words: `not applied: ${difference}`,
        text: whole(statement),
        reasons: [reason],
      },
    ])
  })

  test('two parts that fail make no near miss', () => {
    const statement =
      '{"Effect": "Allow", "Action": «"s3:Put*"», "Resource": «"arn:aws:s3:::other"»}'
    expect(marked(readMarkedText(statement).text)).toMatchObject([
      {
        mark: 'notApplied',
        words: 'not applied: action and resource differ',
        text: whole(statement),
      },
    ])
  })

  test('another service altogether is not near', () => {
    expect(marked('{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}')).toMatchObject([
      { mark: 'notApplied' },
    ])
  })

  test.each([
    ['"AWS": «"arn:aws:iam::111122223333:user/bob"»', 'the request comes from user/alice'],
    [
      '"AWS": «"444455556666"»',
      'the account differs: 444455556666 here, 111122223333 in the request',
    ],
    ['"AWS": «"arn:aws:iam::111122223333:user/*"»', 'has a wildcard inside, so it names nobody'],
    [
      '"Service": «"ec2.amazonaws.com"»',
      'names an AWS service, and the request comes from user/alice',
    ],
  ])('a principal: %s', (principal, reason) => {
    const statement = `{"Effect": "Allow", "Principal": {${principal}}, "Action": "*", "Resource": "*"}`
    expect(marked(readMarkedText(statement).text, {}, {}, 'resource')).toEqual([
      {
        mark: 'nearMiss',
        words: 'not applied: principal differs',
        text: whole(statement),
        reasons: [reason],
      },
    ])
  })
})

test('parts that match tell what matched', () => {
  const text = whole(
    '{"Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}}',
  )
  const [mark] = highlights(
    decide({ identity: text }, { ...alice, context: { 'aws:RequestedRegion': 'eu-central-1' } }),
    'identity',
  )
  expect(mark?.parts.map(({ span, words }) => [text.slice(span.start, span.end), words])).toEqual([
    ['"NotAction"', "s3:GetObject isn't one of these"],
    ['"*"', 'matches every resource'],
    ['"aws:RequestedRegion"', 'is eu-central-1'],
  ])
})

test('a policy that takes no part has no marks', () => {
  expect(highlights(decide({ identity: allowAll }, alice), 'another')).toEqual([])
})

describe('laws', () => {
  const word = fc.constantFrom(
    '*',
    's3:GetObject',
    's3:Get*',
    'S3:getobjec',
    'iam:*',
    '::',
    'arn:aws:s3:::reports/*',
    'arn:aws:s3:::',
    '${aws:username}',
    '',
  )
  const words = fc.oneof(word, fc.array(word, { maxLength: 3 }))
  const statement = fc.record(
    {
      Sid: fc.string(),
      Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
      Action: words,
      NotAction: words,
      Resource: words,
      NotResource: words,
      Principal: fc.oneof(word, fc.record({ AWS: words, Service: words }, { requiredKeys: [] })),
      Condition: fc.dictionary(
        fc.constantFrom(
          'StringEquals',
          'ForAllValues:StringLike',
          'BoolIfExists',
          'Null',
          'IpAddress',
          'Nope',
        ),
        fc.dictionary(fc.constantFrom('aws:SourceIp', 'aws:username', 'aws:TagKeys'), words),
      ),
    },
    { requiredKeys: [] },
  )

  test('marks stand in the text, in its order; parts stand in their statement', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 4 }),
        fc.constantFrom<PolicyType>('identity', 'resource', 'boundary'),
        (statements, type) => {
          const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 1)
          const marks = highlights(decide({ [type]: text }, alice), type)
          expect(marks).toHaveLength(statements.length)
          let at = 0
          for (const { span, parts, words: said } of marks) {
            expect(span.start).toBeGreaterThanOrEqual(at)
            expect(said).not.toBe('')
            for (const part of parts) {
              expect(part.span.start).toBeGreaterThanOrEqual(span.start)
              expect(part.span.end).toBeLessThanOrEqual(span.end)
              expect(part.words).not.toBe('')
            }
            at = span.end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
