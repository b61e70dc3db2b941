import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, readJson, readMarkedText, readPolicy, type PolicyType } from '#policy'
import { accessRequest } from '#request'
import { complete } from './complete.ts'
import type { Completion, Situation } from './completion.ts'
import { plainText } from './snippet.ts'

const request = accessRequest({
  principal: { arn: 'arn:aws:iam::111122223333:role/app', tags: { team: 'red' } },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
  context: { 'aws:SourceIp': '203.0.113.7', 's3:prefix': 'home/' },
})

function offered(
  marked: string,
  type: PolicyType = 'identity',
  situation: Situation = { request },
) {
  const { text, cursor = 0 } = readMarkedText(marked)
  return complete(readPolicy(text), type, cursor, situation)
}

const labels = (...args: Parameters<typeof offered>) => offered(...args).map(({ label }) => label)

/** The text after the completion of that label. */
function after(marked: string, label: string, type: PolicyType = 'identity'): string {
  const { text } = readMarkedText(marked)
  const found = offered(marked, type).find((completion) => completion.label === label)
  if (!found) throw new Error(`${label} is not offered`)
  return apply(text, found)
}

function apply(text: string, { insert, span, also = [] }: Completion): string {
  return applyEdits(text, [...also, { span, text: plainText(insert) }])
}

const statement = (inside: string) => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`

describe('elements', () => {
  test('of the document: those not there yet, and Id only where it belongs', () => {
    expect(labels('{ "Version": "2012-10-17", ‸ }')).toEqual(['Statement'])
    expect(labels('{ ‸ }', 'resource')).toEqual(['Version', 'Id', 'Statement'])
  })

  test('of a statement: those the type allows, not there yet, and not the other of a pair', () => {
    expect(labels(statement('"Effect": "Allow", "NotAction": "iam:*", ‸'))).toEqual([
      'Sid',
      'Resource',
      'NotResource',
      'Condition',
    ])
    expect(labels(statement('"Sid": "a", "Effect": "Allow", ‸'), 'resource')).not.toContain(
      'NotPrincipal',
    )
    expect(labels(statement('"Sid": "a", "Effect": "Deny", ‸'), 'resource')).toContain(
      'NotPrincipal',
    )
    expect(labels(statement('"Effect": "Deny", ‸'), 'rcp')).not.toContain('NotAction')
  })

  test('of a trust policy: no resource', () => {
    expect(labels(statement('"Action": "sts:AssumeRole", ‸'), 'resource')).toEqual([
      'Sid',
      'Effect',
      'Principal',
      'Condition',
    ])
  })

  test('bring the shape of their value', () => {
    expect(after(statement('‸'), 'Action')).toBe(statement('"Action": [""]'))
    expect(after(statement('‸'), 'Effect')).toBe(statement('"Effect": ""'))
    expect(after(statement('‸'), 'Condition')).toBe(statement('"Condition": {  }'))
    expect(after('{‸}', 'Version')).toBe('{"Version": "2012-10-17"}')
    expect(after(statement('‸'), 'Principal', 'rcp')).toBe(statement('"Principal": "*"'))
  })

  test('keep the value that is there', () => {
    expect(after(statement('"Eff‸": "Allow"'), 'Effect')).toBe(statement('"Effect": "Allow"'))
  })

  test('add the comma that is missing before and behind', () => {
    expect(after(statement('"Effect": "Allow"\n ‸\n "Resource": "*"'), 'Action')).toBe(
      statement('"Effect": "Allow",\n "Action": [""],\n "Resource": "*"'),
    )
    expect(after(statement('"Condition": {}‸'), 'Effect')).toBe(
      statement('"Condition": {}, "Effect": ""'),
    )
  })

  test('are offered in text that does not parse yet', () => {
    expect(after('{"Statement": [{"Eff‸', 'Effect')).toBe('{"Statement": [{"Effect": ""')
    expect(after('{"Statement": [{ Eff‸ }]}', 'Effect')).toBe('{"Statement": [{ "Effect": "" }]}')
    expect(labels('{"Version": "2012-10-17"\n "Statement": { "Effect": "Allow",\n ‸')).toContain(
      'Action',
    )
  })

  test('are not offered where no name can stand', () => {
    expect(labels(statement('"Effect" ‸'))).toEqual([])
    expect(labels('{} ‸')).toEqual([])
  })
})

describe('values', () => {
  test('of Effect and Version', () => {
    expect(labels(statement('"Effect": "‸"'))).toEqual(['Allow', 'Deny'])
    expect(labels(statement('"Effect": ‸'), 'rcp')).toEqual(['Deny'])
    expect(labels('{"Version": "‸"}')).toEqual(['2012-10-17', '2008-10-17'])
    expect(after(statement('"Effect": "Al‸\n'), 'Allow')).toBe(statement('"Effect": "Allow"\n'))
    expect(after(statement('"Effect": ‸\n "Resource": "*"'), 'Deny')).toBe(
      statement('"Effect": "Deny",\n "Resource": "*"'),
    )
  })

  test('of actions and resources: the request’s, and everything', () => {
    expect(labels(statement('"Action": ["‸"]'))).toEqual(['s3:GetObject', '*'])
    expect(labels(statement('"NotResource": "‸"'))).toEqual(['arn:aws:s3:::reports/q3.csv', '*'])
    expect(labels(statement('"Action": "‸"'), 'identity', {})).toEqual(['*'])
  })

  test('behind an item without a comma', () => {
    expect(after(statement('"Action": ["s3:Get*" ‸]'), '*')).toBe(
      statement('"Action": ["s3:Get*", "*"]'),
    )
  })

  test('not before a value that is there', () => {
    expect(labels(statement('"Condition": ‸ {"Bool": {}}'))).toEqual([])
  })

  test('of principals', () => {
    expect(labels(statement('"Principal": ‸'), 'resource')).toEqual([
      'AWS',
      'Service',
      'Federated',
      'CanonicalUser',
      '*',
    ])
    expect(after(statement('"Principal": ‸'), 'AWS', 'resource')).toBe(
      statement('"Principal": { "AWS": "" }'),
    )
    expect(labels(statement('"Principal": {"AWS": "*", "‸"}'), 'resource')).toEqual([
      'Service',
      'Federated',
      'CanonicalUser',
    ])
    expect(labels(statement('"Principal": {"AWS": ["‸"]}'), 'resource')).toEqual([
      'arn:aws:iam::111122223333:role/app',
      '111122223333',
      '*',
    ])
  })
})

describe('conditions', () => {
  const condition = (inside: string) => statement(`"Condition": {${inside}}`)

  test('operators: plain, then with IfExists, then with a set prefix', () => {
    const all = labels(condition('‸'))
    expect(all[0]).toBe('StringEquals')
    const [plain, ifExists, set] = ['Null', 'StringEqualsIfExists', 'ForAnyValue:StringEquals'].map(
      (name) => all.indexOf(name),
    )
    expect(plain).toBeLessThan(ifExists!)
    expect(ifExists).toBeLessThan(set!)
    expect(all).not.toContain('NullIfExists')
    expect(after(condition('‸'), 'Bool')).toBe(condition('"Bool": {  }'))
    expect(after(statement('"Condition": ‸'), 'Bool')).toBe(condition(' "Bool": {  } '))
  })

  test('keys fit the operator, those of the request first', () => {
    const strings = labels(condition('"StringEquals": {"‸"}'))
    expect(strings.slice(0, 2)).toEqual(['aws:PrincipalTag/team', 's3:prefix'])
    expect(strings).toContain('aws:PrincipalOrgID')
    expect(strings).not.toContain('aws:SecureTransport')
    expect(labels(condition('"IpAddress": {"‸"}'))[0]).toBe('aws:SourceIp')
    expect(labels(condition('"Bool": {"‸"}'))).toContain('aws:MultiFactorAuthPresent')
    expect(labels(condition('"Bool": {"aws:multifactorauthpresent": "true", "‸"}'))).not.toContain(
      'aws:MultiFactorAuthPresent',
    )
    expect(labels(condition('"NumericLessThan": {"‸"}'))).toContain('aws:EpochTime')
  })

  test('a set operator is for keys with several values', () => {
    expect(labels(condition('"ForAnyValue:StringLike": {"‸"}'), 'identity', {})[0]).toBe(
      'aws:PrincipalOrgPaths',
    )
    expect(after(condition('"ForAnyValue:StringLike": {‸}'), 'aws:TagKeys')).toBe(
      condition('"ForAnyValue:StringLike": {"aws:TagKeys": [""]}'),
    )
    const [doubtful] = offered(condition('"StringLike": {‸}')).filter(
      ({ label }) => label === 'aws:TagKeys',
    )
    expect(doubtful?.detail).toBe('text, needs ForAnyValue or ForAllValues')
  })

  test('an operator without its object yet', () => {
    expect(after(condition('"IpAddress": ‸'), 'aws:SourceIp')).toBe(
      condition('"IpAddress": { "aws:SourceIp": "" }'),
    )
  })

  test('a key of a tag has a stop for its name', () => {
    const tag = offered(condition('"StringEquals": {"‸"}')).find(
      ({ label }) => label === 'aws:ResourceTag/…',
    )
    expect(tag?.insert).toBe('"aws:ResourceTag/${1:key}": "$2"')
  })

  test('values: true and false, or what the request has and a variable', () => {
    expect(labels(condition('"BoolIfExists": {"aws:SecureTransport": "‸"}'))).toEqual([
      'true',
      'false',
    ])
    expect(labels(condition('"Null": {"aws:TokenIssueTime": ["‸"]}'))).toEqual(['true', 'false'])
    expect(labels(condition('"StringEquals": {"s3:prefix": "‸"}'))).toEqual(['home/', '${…}'])
    expect(labels(condition('"IpAddress": {"aws:SourceIp": "‸"}'))).toEqual(['203.0.113.7'])
  })
})

describe('variables', () => {
  const resource = (inside: string) => statement(`"Resource": "${inside}"`)

  test('are offered inside ${, single-valued keys only', () => {
    const names = labels(resource('arn:aws:s3:::home/${‸'))
    expect(names).toContain('aws:PrincipalTag/team')
    expect(names).toContain('aws:username')
    expect(names).not.toContain('aws:TagKeys')
    expect(labels(resource('${aws:username}‸'))).not.toContain('aws:username')
  })

  test('close the brace once', () => {
    expect(after(resource('home/${aws:us‸/x'), 'aws:username')).toBe(
      resource('home/${aws:username}/x'),
    )
    expect(after(resource('home/${‸}/x'), 'aws:username')).toBe(resource('home/${aws:username}/x'))
    expect(after(resource('home/${aws:us‸erid}/x'), 'aws:username')).toBe(
      resource('home/${aws:username}/x'),
    )
  })
})

describe('an empty text', () => {
  test.each<[PolicyType, number]>([
    ['identity', 2],
    ['resource', 5],
    ['boundary', 2],
    ['session', 2],
    ['scp', 3],
    ['rcp', 1],
    ['endpoint', 1],
  ])('%s: whole policies that can be read', (type, count) => {
    const skeletons = offered(' ‸', type)
    expect(skeletons).toHaveLength(count)
    for (const skeleton of skeletons)
      expect(readPolicy(apply(' ', skeleton)).document?.statements).toHaveLength(1)
  })

  test('a statement for the list', () => {
    expect(labels('{"Statement": [‸]}')).toEqual(['Allow statement', 'Deny statement'])
    const text = after('{"Statement": ‸}', 'Deny statement', 'rcp')
    expect(readPolicy(text).document?.statements[0]?.effect?.value).toBe('Deny')
  })
})

describe('laws', () => {
  const valid = [
    '{}',
    statement(
      '"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::${aws:username}/*"',
    ),
    JSON.stringify(
      {
        Version: '2012-10-17',
        Id: 'x',
        Statement: {
          Sid: 'a',
          Effect: 'Deny',
          Principal: { AWS: ['*'], Service: 'ec2.amazonaws.com' },
          NotAction: [],
          Resource: [],
          Condition: {
            Bool: { 'aws:SecureTransport': false },
            'ForAllValues:StringLike': { 'aws:TagKeys': ['a', 'b'] },
            Null: {},
          },
        },
      },
      null,
      2,
    ),
  ]

  test('every completion in a valid text leaves a valid text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        fc.nat(),
        fc.constantFrom<PolicyType>('identity', 'resource', 'rcp'),
        fc.boolean(),
        (text, place, type, known) => {
          const offset = place % (text.length + 1)
          for (const completion of complete(
            readPolicy(text),
            type,
            offset,
            known ? { request } : {},
          )) {
            const { span } = completion
            expect(span.start).toBeLessThanOrEqual(offset)
            expect(span.end).toBeGreaterThanOrEqual(offset)
            const result = apply(text, completion)
            expect(readJson(result).problems, `${completion.label}: ${result}`).toEqual([])
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('broken text is never too much', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"Statement"',
      '"Condition"',
      '"Effect"',
      'Al',
      '${',
      '\n',
      ' ',
      '\\',
      '1',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), fc.nat(), (tokens, place) => {
        const text = tokens.join('')
        const offset = place % (text.length + 1)
        for (const { span } of complete(readPolicy(text), 'resource', offset, { request })) {
          expect(span.start).toBeLessThanOrEqual(offset)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
