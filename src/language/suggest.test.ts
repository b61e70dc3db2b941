import { describe, expect, test } from 'vitest'
import { readPolicy } from '#policy'
import { emptyReference } from '#reference'
import { accessRequest, type RequestInput } from '#request'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import type { Situation } from './completion.ts'
import {
  suggestActions,
  suggestContextKeys,
  suggestContextValues,
  suggestPrincipals,
  suggestResources,
  suggestTagNames,
  type Suggestion,
} from './suggest.ts'

const reference = referenceFromDisk()

const requests: readonly RequestInput[] = [
  {
    principal: { arn: 'arn:aws:iam::111122223333:role/app', tags: { team: 'red' } },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
  },
  {
    principal: { service: 'events.amazonaws.com' },
    action: 'sqs:SendMessage',
    resource: { arn: 'arn:aws:sqs:eu-west-1:444455556666:jobs', tags: { cost: 'a1' } },
  },
]

const situation: Situation = {
  requests,
  request: accessRequest(requests[0]!),
  sources: [
    readPolicy(
      '{"Statement": {"Effect": "Allow", "Action": ["kms:Decrypt", "sqs:Receive*"], "Resource": "*", "Condition": {"StringEquals": {"s3:prefix": "home/"}}}}',
    ),
  ],
}

const values = (list: readonly Suggestion[]) => list.map(({ value }) => value)

describe('actions', () => {
  test('of the workspace while nothing is typed', () => {
    expect(values(suggestActions('', reference, situation))).toEqual([
      's3:GetObject',
      'sqs:SendMessage',
      'kms:Decrypt',
      'sqs:ReceiveMessage',
    ])
  })

  test('by abbreviation, with what was matched', () => {
    expect(suggestActions('gbp', reference, situation)).toContainEqual({
      value: 's3:GetBucketPolicy',
      label: 's3:GetBucketPolicy',
      detail: 'Read',
      matches: [
        [3, 4],
        [6, 7],
        [12, 13],
      ],
    })
  })

  test('of a service by its prefix alone', () => {
    expect(values(suggestActions('dynamodb', reference, situation))[0]).toMatch(/^dynamodb:/u)
  })

  test('without names: those of the workspace', () => {
    expect(values(suggestActions('dec', emptyReference, situation))).toEqual(['kms:Decrypt'])
  })
})

describe('resources', () => {
  test('that the action can be about, then its formats', () => {
    expect(values(suggestResources('sqs:SendMessage', reference, situation))).toEqual([
      'arn:aws:sqs:eu-west-1:444455556666:jobs',
      'arn:aws:sqs:eu-west-1:111122223333:QueueName',
    ])
  })

  test('"*" for an action without one', () => {
    expect(suggestResources('s3:ListAllMyBuckets', reference, situation)).toMatchObject([
      { value: '*', detail: 's3:ListAllMyBuckets takes no resource' },
    ])
  })

  test('of the workspace for an action nobody knows', () => {
    expect(values(suggestResources('x:Y', reference, situation))).toContain(
      'arn:aws:s3:::reports/q3.csv',
    )
  })
})

test('context keys: those read by policies, those of the action, the global ones', () => {
  const keys = values(suggestContextKeys('', reference, situation))
  expect(keys[0]).toBe('s3:prefix')
  expect(keys.indexOf('s3:authType')).toBeLessThan(keys.indexOf('aws:SourceIp'))
  expect(values(suggestContextKeys('srcip', reference, situation))).toEqual([])
  expect(values(suggestContextKeys('sourceip', reference, situation))[0]).toBe('aws:SourceIp')
})

test('context values', () => {
  const of = (key: string) => values(suggestContextValues(key, reference, situation))
  expect(of('s3:prefix')).toEqual(['home/'])
  expect(of('aws:SecureTransport')).toEqual(['true', 'false'])
  expect(of('aws:RequestedRegion')[0]).toBe('eu-west-1')
  expect(of('aws:PrincipalTag/team')).toEqual(['red'])
})

test('principals and tags', () => {
  expect(values(suggestPrincipals('AWS', reference, situation))).toEqual([
    'arn:aws:iam::111122223333:role/app',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::444455556666:root',
  ])
  expect(values(suggestPrincipals('Service', reference, situation, 'lambda'))[0]).toBe(
    'lambda.amazonaws.com',
  )
  expect(values(suggestTagNames(situation))).toEqual(['team', 'cost'])
})
