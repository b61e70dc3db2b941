import { describe, expect, it } from 'vitest'
import { resource } from './resource.ts'

describe('whose a resource is (8.1, 10.3)', () => {
  it.each([
    ['the ARN says', 'arn:aws:sqs:us-east-1:111122223333:q', undefined, '111122223333'],
    ['stated, for S3', 'arn:aws:s3:::bucket/key', '444455556666', '444455556666'],
    ['what is stated wins', 'arn:aws:sqs:us-east-1:111122223333:q', '444455556666', '444455556666'],
    ['neither tells', 'arn:aws:s3:::bucket', undefined, undefined],
    ['no resource', '*', undefined, undefined],
    ['no ARN', 'bucket', undefined, undefined],
    // An account field may hold something else: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    ["AWS's own policies", 'arn:aws:iam::aws:policy/ReadOnlyAccess', undefined, undefined],
    ['a wildcard', 'arn:aws:sqs:us-east-1:*:q', undefined, undefined],
    ['stated, but blank', 'arn:aws:sqs:us-east-1:111122223333:q', '', '111122223333'],
  ])('%s', (_, arn, stated, account) => {
    expect(resource(arn, stated)).toMatchObject({ arn, account })
  })

  it('has parts when it is an ARN', () => {
    expect(resource('arn:aws:s3:::bucket').parts).toMatchObject({
      service: 's3',
      resource: 'bucket',
    })
    expect(resource('*').parts).toBeUndefined()
  })
})
