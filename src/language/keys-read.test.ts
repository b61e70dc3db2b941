import { expect, test } from 'vitest'
import { readPolicy } from '#policy'
import { keysRead } from './keys-read.ts'

function keys(...policies: object[]) {
  return keysRead(
    new Map(policies.map((policy, index) => [`p${index + 1}`, readPolicy(JSON.stringify(policy))])),
  )
}

const version = '2012-10-17'

test('keys of conditions and variables, whatever their letter case, with the values they meet', () => {
  const found = keys(
    {
      Version: version,
      Statement: {
        Resource: ['arn:aws:s3:::${aws:username}/*'],
        Condition: {
          StringEquals: { 'aws:PrincipalTag/Team': ['red', '${aws:UserName}'] },
          Null: { 's3:prefix': 'true' },
        },
      },
    },
    {
      Version: version,
      Statement: [{ Condition: { 'ForAnyValue:StringLike': { 'AWS:principaltag/team': 'blue' } } }],
    },
  )
  expect(found.map(({ key, values, multivalued }) => ({ key, values, multivalued }))).toEqual([
    { key: 'aws:username', values: [], multivalued: false },
    { key: 'aws:PrincipalTag/Team', values: ['red', '${aws:UserName}', 'blue'], multivalued: true },
    { key: 's3:prefix', values: [], multivalued: false },
  ])
  expect(found[0]?.places.map(({ policy, use }) => [policy, use])).toEqual([
    ['p1', 'variable'],
    ['p1', 'variable'],
  ])
  expect(found[1]?.places.map(({ policy, use }) => [policy, use])).toEqual([
    ['p1', 'condition'],
    ['p2', 'condition'],
  ])
})

test('what cannot match without a key is named once', () => {
  const condition = (operator: string) => ({ Condition: { [operator]: { 's3:prefix': 'a' } } })
  const words = (...operators: string[]) => keys({ Statement: operators.map(condition) })[0]?.words
  const read = 'Your policies read this key.'
  expect(words('StringNotEquals', 'Null', 'ForAllValues:StringLike', 'StringEqualsIfExists')).toBe(
    read,
  )
  expect(words('StringNotEquals', 'StringLike', 'StringLike')).toBe(
    `${read} Without it, the condition in statement 2 (p1) can't match.`,
  )
  expect(words('ForAnyValue:StringNotEquals')).toContain('statement 1')
})

test('without a version there are no variables', () => {
  expect(keys({ Statement: { Resource: '${aws:username}' } })).toEqual([])
})
