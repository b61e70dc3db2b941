import { describe, expect, test } from 'vitest'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { arnPartAt, arnUse, fitsFormat, formatPieces, resourceTypesOfArn } from './arn-formats.ts'
import { emptyReference } from './reference.ts'

const reference = referenceFromDisk()
const types = (arn: string) => {
  const found = resourceTypesOfArn(reference, arn)
  return typeof found === 'string' ? found : found.map(({ service, name }) => `${service} ${name}`)
}

describe('an ARN and an action', () => {
  test.each([
    ['s3:ListBucket', '*', 'used'],
    ['s3:ListBucket', 'arn:aws:s3:::photos', 'used'],
    ['s3:ListBucket', 'arn:aws:s3:::photos*', 'used'],
    ['s3:ListBucket', 'arn:aws:s3:::photos/*', 'otherResources'],
    ['s3:GetObject', 'arn:aws:s3:::photos/*', 'used'],
    ['s3:GetObject', 'arn:aws:s3:::photos*', 'used'],
    ['s3:GetObject', 'arn:aws:s3:::photos', 'otherResources'],
    ['s3:GetObject', 'arn:aws:s3*', 'used'],
    ['s3:GetObject', 'arn:aws-cn:s3:::photos/${aws:username}', 'used'],
    ['s3:GetObject', 'arn:aws:sqs:*:*:photos', 'otherResources'],
    ['ec2:DescribeInstances', 'arn:aws:ec2:*:*:instance/*', 'takesNoResource'],
    ['ec2:RunInstances', 'arn:aws:ec2:us-east-1::image/ami-*', 'used'],
    ['logs:CreateLogStream', 'arn:aws:logs:*:*:log-group:/aws/lambda/*:*', 'used'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/service-role/x', 'used'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:user/x', 'otherResources'],
    ['iam:AttachRolePolicy', 'arn:*:iam::*:role/?', 'used'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:x:prod', 'used'],
    ['s3:Nonsense', 'arn:aws:s3:::photos', 'unknown'],
  ] as const)('%s and %s: %s', (action, arn, expected) => {
    expect(arnUse(reference, action, arn)).toBe(expected)
  })

  test('are not judged before the service is there', () => {
    expect(arnUse(emptyReference, 's3:GetObject', 'arn:aws:s3:::photos')).toBe('notLoaded')
    expect(resourceTypesOfArn(emptyReference, 'arn:aws:s3:::photos')).toBe('notLoaded')
  })
})

test('an ARN says of which types it can be', () => {
  expect(types('arn:aws:s3:::photos')).toContain('s3 bucket')
  expect(types('arn:aws:s3:::photos')).not.toContain('s3 object')
  expect(types('arn:aws:s3:::photos/*')).toContain('s3 object')
  expect(types('arn:aws:iam::111122223333:role/x')).toContain('sts role')
  expect(types('arn:aws:ec2:us-east-1::image/ami-*')).toEqual(['ec2 image'])
  expect(types('arn:aws:nonsense:::photos')).toBe('unknown')
  expect(types('photos')).toBe('unknown')
})

test('a bucket has no colon in its name', () => {
  expect(types('arn:aws:s3:::photos:*')).toEqual([])
})

test('every format fits itself, with its placeholders as wildcards and as words', () => {
  for (const service of reference.names!.services)
    for (const type of reference.details.get(service.prefix)!.resourceTypes) {
      expect(fitsFormat(type, type.arn.replace(/\$\{\w+\}/gu, '*')), type.arn).toBe(true)
      expect(fitsFormat(type, type.arn.replace(/\$\{\w+\}/gu, 'x')), type.arn).toBe(true)
    }
})

test('the pieces of a format put together are the format', () => {
  const bucket = reference.details.get('s3')!.resourceTypes.find(({ name }) => name === 'object')!
  expect(formatPieces(bucket)).toEqual([
    { kind: 'text', text: 'arn:' },
    { kind: 'placeholder', name: 'Partition' },
    { kind: 'text', text: ':s3:::' },
    { kind: 'placeholder', name: 'BucketName' },
    { kind: 'text', text: '/' },
    { kind: 'placeholder', name: 'ObjectName' },
  ])
})

test('the part at an offset', () => {
  const arn = 'arn:aws:iam::111122223333:role/a:b'
  expect(arnPartAt(arn, 5)).toEqual({ name: 'partition', start: 4, end: 7 })
  expect(arnPartAt(arn, 12)).toEqual({ name: 'region', start: 12, end: 12 })
  expect(arnPartAt(arn, arn.length)).toEqual({ name: 'resource', start: 26, end: arn.length })
  expect(arnPartAt('photos', 2)).toEqual({ name: 'arn', start: 0, end: 6 })
})
