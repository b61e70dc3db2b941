import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileResource, matchesResource, parsePattern, readPolicy } from '#policy'
import { emptyReference } from '#reference'
import { runChecks } from './run.ts'
import { coversAction, coversResource } from './statement-cover.ts'

const dialect = { wildcards: true, variables: false }

const matches = (pattern: string, resource: string) =>
  matchesResource(compileResource(parsePattern(pattern, dialect)), resource)

test.each([
  ['s3:Get*', 'S3:GetObject', true],
  ['*', 's3:*', true],
  ['s3:*', '*', false],
  ['s3:Get?bject', 's3:Get*', false],
  ['s3:*Object', 's3:Get*Object', true],
])('%s covers %s: %s', (general, special, expected) => {
  expect(coversAction(general, special)).toBe(expected)
})

test.each([
  ['*', 'arn:aws:s3:::reports', true],
  ['arn:aws:s3:::*', '*', false],
  ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/${aws:username}', true],
  ['arn:aws:s3:::${aws:username}', 'arn:aws:s3:::mary', false],
  ['arn:aws:s3:::???', 'arn:aws:s3:::${aws:username}', false],
  ['arn:aws:iam::1*3:role/x', 'arn:aws:iam::123:role/x', true],
  ['arn:aws:sqs:*:111122223333:*', 'arn:aws:sqs:eu-west-1:*:orders', false],
])('%s covers %s: %s', (general, special, expected) => {
  expect(coversResource(general, special)).toBe(expected)
})

const arnOf = (fields: readonly string[]) => `arn:${fields.join(':')}`
const fieldsOf = (...choices: readonly string[]) =>
  fc.array(fc.constantFrom(...choices), { minLength: 5, maxLength: 6 }).map(arnOf)

test('what a covered pattern matches, the covering one matches as well', () => {
  const pattern = fieldsOf('', 'a', 'b', '*', '*', 'a*', '*b', '?', 'a*b')
  const text = fieldsOf('', 'a', 'b', 'ab', 'aab')
  let met = 0
  fc.assert(
    fc.property(
      fc.array(pattern, { minLength: 4, maxLength: 8 }),
      fc.array(text, { minLength: 8, maxLength: 16 }),
      (patterns, texts) => {
        for (const general of patterns)
          for (const special of patterns) {
            if (general === special || !coversResource(general, special)) continue
            met++
            const escaped = texts.filter((one) => matches(special, one) && !matches(general, one))
            expect({ general, special, escaped }).toEqual({ general, special, escaped: [] })
          }
      },
    ),
    { numRuns: 300 },
  )
  expect(met).toBeGreaterThan(0)
})

/** The ids found, with the number of the statement each stands on. */
function found(...statements: readonly object[]): readonly string[] {
  const source = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
  return runChecks(source, 'resource', { reference: emptyReference })
    .filter(({ id }) => /redundant-statement|shadowed-statement|allow-fully-denied/u.test(id))
    .map(
      ({ id, span }) =>
        `${id} ${source.draft?.statements.findIndex((one) => one.span.start === span.start) ?? -1}`,
    )
}

const base = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a' }

test('a statement is covered part by part', () => {
  expect(found(base, { ...base, Sid: 'Again' })).toEqual(['redundant-statement 1'])
  expect(found(base, { ...base, Action: ['s3:GetObject', 's3:PutObject'] })).toEqual([
    'shadowed-statement 0',
  ])
  expect(found(base, { ...base, Effect: 'Deny' })).toEqual(['allow-fully-denied 0'])
  expect(found(base, { ...base, Principal: { AWS: '111122223333' } })).toEqual([
    'shadowed-statement 1',
  ])
  expect(found(base, { ...base, Principal: { Service: 'sns.amazonaws.com' } })).toEqual([
    'shadowed-statement 1',
  ])
  expect(found({ ...base, Principal: { AWS: '111122223333' } }, base)).toEqual([
    'shadowed-statement 0',
  ])
})

test('exceptions turn covering around', () => {
  const all = { Effect: 'Allow', Principal: '*', NotAction: 's3:Delete*', Resource: '*' }
  expect(found(all, base)).toEqual(['shadowed-statement 1'])
  expect(found(all, { ...base, Action: 's3:D*' })).toEqual([])
  expect(found(all, { ...all, NotAction: ['s3:*', 'sqs:*'] })).toEqual(['shadowed-statement 1'])
  expect(found(all, { ...all, NotAction: 's3:DeleteObject' })).toEqual(['shadowed-statement 0'])
})

test('a condition narrows, and fewer answers narrow more', () => {
  const when = (operator: string, key: string, value: unknown) => ({
    ...base,
    Condition: { [operator]: { [key]: value } },
  })
  const one = when('StringEquals', 'aws:PrincipalAccount', '111122223333')
  const two = when('StringEquals', 'AWS:principalaccount', ['111122223333', '444455556666'])
  expect(found(base, one)).toEqual(['shadowed-statement 1'])
  expect(found(one, two)).toEqual(['shadowed-statement 0'])
  const notOne = when('StringNotEquals', 'aws:PrincipalAccount', '111122223333')
  const notTwo = when('StringNotEquals', 'aws:PrincipalAccount', ['111122223333', '444455556666'])
  expect(found(notOne, notTwo)).toEqual(['shadowed-statement 1'])
  expect(found(one, notOne)).toEqual([])
  expect(found(base, { ...one, Effect: 'Deny' })).toEqual([])
})
