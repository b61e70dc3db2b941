import { expect, it } from 'vitest'
import { likelyType } from './likely-type.ts'
import { readPolicy } from './read.ts'

const type = (statements: string) =>
  likelyType(readPolicy(`{"Version":"2012-10-17","Statement":${statements}}`).document!)

it.each([
  ['{"Effect":"Allow","Action":"s3:*","Resource":"*"}', 'identity', 'noPrincipal'],
  ['[]', 'identity', 'noPrincipal'],
  ['{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}', 'resource', 'principal'],
  [
    '{"Effect":"Deny","NotPrincipal":{"AWS":"*"},"Action":"s3:*","Resource":"*"}',
    'resource',
    'principal',
  ],
  [
    '{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}',
    'resource',
    'trust',
  ],
  ['{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}', 'rcp', 'deniesEveryone'],
  [
    '{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}',
    'resource',
    'principal',
  ],
  ['{"Effect":"Deny","Action":"s3:*","Resource":"*"}', 'identity', 'noPrincipal'],
  [
    '{"Effect":"Deny","NotAction":"iam:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}',
    'scp',
    'deniesOnly',
  ],
  [
    '{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}',
    'scp',
    'deniesOnly',
  ],
])('%s is taken as %s', (statements, expected, kind) => {
  const { type: found, ground } = type(statements)
  expect([found, ground.kind]).toEqual([expected, kind])
})

it('names what the guess stands on', () => {
  expect(
    type(
      '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalARN":"x"}}}',
    ).ground,
  ).toEqual({ kind: 'deniesOnly', sign: 'aws:PrincipalARN' })
})
