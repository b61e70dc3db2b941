import { expect, test } from 'vitest'
import type { PrincipalInput } from '#request'
import { requestSentence } from './request-sentence.ts'

const told = (principal: PrincipalInput, action: string, arn: string) =>
  requestSentence({ principal, action, resource: { arn } })
    .map(({ text }) => text)
    .join('')

test.each<[PrincipalInput, string, string, string]>([
  [
    { arn: 'arn:aws:iam::111122223333:role/analyst' },
    's3:GetObject',
    'arn:aws:s3:::acme/q3.csv',
    'role/analyst calls s3:GetObject on arn:aws:s3:::acme/q3.csv',
  ],
  [
    { arn: 'arn:aws:iam::111122223333:user/eng/bo' },
    's3:ListAllMyBuckets',
    '*',
    'user/eng/bo calls s3:ListAllMyBuckets',
  ],
  [
    { arn: 'arn:aws:sts::111122223333:assumed-role/app/ci' },
    'x:Y',
    '*',
    'role/app (session ci) calls x:Y',
  ],
  [
    { arn: 'arn:aws:iam::111122223333:root' },
    'x:Y',
    '*',
    'the root user of 111122223333 calls x:Y',
  ],
  [{ service: 'lambda.amazonaws.com' }, 'x:Y', '*', 'lambda.amazonaws.com calls x:Y'],
  [{ canonicalUser: '79a5' }, 'x:Y', '*', 'canonical user 79a5 calls x:Y'],
  [{ anonymous: true }, 'x:Y', '*', 'an anonymous caller calls x:Y'],
  [{ arn: 'nobody' }, 'x:Y', '*', 'nobody calls x:Y'],
  [{ arn: '' }, '', '', '… calls … on …'],
])('%j', (principal, action, arn, sentence) => {
  expect(told(principal, action, arn)).toBe(sentence)
})

test('a short form carries the whole', () => {
  const arn = 'arn:aws:iam::111122223333:role/analyst'
  expect(requestSentence({ principal: { arn }, action: 'x:Y', resource: { arn: '*' } })[0]).toEqual(
    {
      is: 'principal',
      text: 'role/analyst',
      full: arn,
    },
  )
})
