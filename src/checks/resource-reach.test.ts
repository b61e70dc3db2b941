import { expect, test } from 'vitest'
import { reachesAll } from './resource-reach.ts'

test.each([
  ['*', true],
  ['arn:aws:iam::*:role/*', true],
  ['arn:*:iam::111122223333:*', true],
  ['arn:aws:*', true],
  ['arn:aws:*:*:*:*', true],
  ['arn:aws:iam::111122223333:role/team/*', false],
  ['arn:aws:iam::111122223333:role/batch-*', false],
  ['arn:aws:iam::111122223333:user/*', false],
  ['arn:aws:iam::111122223333:role/${aws:username}', false],
  ['arn:aws:s3:::*', false],
  ['arn:aws:iam', false],
])('%s takes in every role: %s', (pattern, expected) => {
  expect(reachesAll(pattern, 'iam', 'role')).toBe(expected)
})

test.each([
  ['arn:aws:s3:::*', true],
  ['arn:aws:s3:::*/*', true],
  ['arn:aws:s3:::reports/*', false],
])('%s takes in every object: %s', (pattern, expected) => {
  expect(reachesAll(pattern, 's3')).toBe(expected)
})
