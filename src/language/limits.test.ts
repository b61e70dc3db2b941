import { expect, test } from 'vitest'
import { accessRequest } from '#request'
import { limits } from './limits.ts'

const limitsOf = (action: string, arn = 'arn:aws:s3:::b/k') =>
  limits(accessRequest({ principal: { anonymous: true }, action, resource: { arn } }))

test.each([
  ['kms:Decrypt', 1],
  ['KMS:ReEncryptFrom', 1],
  ['kms:ListKeys', 0],
  ['s3:GetObject', 2],
  ['s3:ListBucket', 1],
  ['ec2:RunInstances', 1],
  ['ec2:StopInstances', 0],
  ['iam:PassRole', 1],
  ['sqs:SendMessage', 0],
  ['', 0],
])('%s has %i', (action, count) => {
  expect(limitsOf(action)).toHaveLength(count)
})
