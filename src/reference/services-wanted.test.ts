import { expect, test } from 'vitest'
import { readPolicy } from '#policy'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { emptyReference, withNames, withService } from './reference.ts'
import { mentionsOf, servicesWanted } from './services-wanted.ts'

const full = referenceFromDisk()
const reference = withNames(emptyReference, full.names!)

const mentions = mentionsOf(
  readPolicy(`{
    "Statement": [{
      "Effect": "Allow",
      "Action": ["S3:Get*", "sq?:SendMessage", "nonsense:*", "*"],
      "Resource": ["arn:aws:dynamodb:*:*:table/x", "*"],
      "Condition": { "StringEquals": { "kms:ViaService": "x", "aws:username": "y", "saml:aud": "z" } }
    }]
  }`).draft!,
)

test('a policy wants the services of its actions, ARNs and keys', () => {
  expect(servicesWanted(reference, [mentions])).toEqual(['s3', 'sqs', 'dynamodb', 'kms', 'sts'])
})

test('what is there already is not wanted, and without names nothing is', () => {
  const some = withService(reference, full.details.get('s3')!)
  expect(servicesWanted(some, [mentions])).not.toContain('s3')
  expect(servicesWanted(emptyReference, [mentions])).toEqual([])
})
