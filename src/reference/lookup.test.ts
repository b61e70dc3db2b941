import { describe, expect, test } from 'vitest'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import {
  actionDetails,
  actionsMatching,
  companionsOf,
  findAction,
  findService,
  findServicePrincipal,
  findWithdrawn,
  permissionOfOperation,
  resourceTypesOf,
  serviceByProduct,
  servicesMatching,
} from './lookup.ts'
import { findConditionKey, keySupport, keysOfAction } from './keys.ts'
import { emptyReference, withNames, withService } from './reference.ts'

const reference = referenceFromDisk()
const namesOnly = withNames(emptyReference, reference.names!)

const ids = (pattern: string) => {
  const actions = actionsMatching(reference, pattern)
  return typeof actions === 'string' ? actions : actions.map(({ id }) => id)
}

describe('what is not loaded is never wrong', () => {
  test('before the names, nothing is known of any name', () => {
    expect(findService(emptyReference, 'nonsense')).toBe('notLoaded')
    expect(findAction(emptyReference, 's3:Nonsense')).toBe('notLoaded')
    expect(actionsMatching(emptyReference, 's3:*')).toBe('notLoaded')
    expect(actionDetails(emptyReference, 's3:GetObject')).toBe('notLoaded')
    expect(findConditionKey(emptyReference, 'oidc.example.com:sub')).toBe('notLoaded')
  })

  test('with the names alone, names are judged and details are not', () => {
    expect(findAction(namesOnly, 's3:Nonsense')).toBe('unknown')
    expect(actionDetails(namesOnly, 's3:GetObject')).toBe('notLoaded')
    expect(actionDetails(namesOnly, 'nonsense:GetObject')).toBe('unknown')
    expect(resourceTypesOf(namesOnly, 's3')).toBe('notLoaded')
    expect(findConditionKey(namesOnly, 's3:nonsense')).toBe('notLoaded')
    expect(findConditionKey(namesOnly, 'oidc.example.com:sub')).toBe('unknown')
    expect(findConditionKey(namesOnly, 'aws:PrincipleArn')).toBe('unknown')
  })

  test('a service answers once it is there, without touching the earlier snapshot', () => {
    const larger = withService(namesOnly, reference.details.get('s3')!)
    expect(actionDetails(larger, 's3:GetObject')).toMatchObject({ name: 'GetObject' })
    expect(actionDetails(larger, 'sqs:SendMessage')).toBe('notLoaded')
    expect(actionDetails(namesOnly, 's3:GetObject')).toBe('notLoaded')
  })
})

describe('actions', () => {
  test('ignore case and keep the documented spelling', () => {
    expect(findAction(reference, 'S3:getobject')).toMatchObject({
      id: 's3:GetObject',
      accessLevel: 'Read',
      takesResource: true,
    })
    expect(findAction(reference, 's3:GetObjects')).toBe('unknown')
    expect(findAction(reference, 'app-integartions:List')).toBe('unknown')
  })

  test('that cannot be limited say so', () => {
    expect(findAction(reference, 'ec2:DescribeInstances')).toMatchObject({ takesResource: false })
  })

  test('expand from patterns', () => {
    expect(ids('s3:GetObject')).toEqual(['s3:GetObject'])
    expect(ids('S3:getobjectt*')).toEqual(['s3:GetObjectTagging', 's3:GetObjectTorrent'])
    expect(ids('sqs:?endMessage')).toEqual(['sqs:SendMessage'])
    expect(ids('sq?:SendMessage')).toEqual(['sqs:SendMessage'])
    expect(ids('s3:Fetch*')).toEqual([])
    expect(ids('GetObject')).toEqual([])
    expect(ids('*')).toHaveLength(ids('*:*').length)
    expect(ids('sqs:*')).toEqual(ids('sqs:**'))
  })

  test('come with their details', () => {
    const details = actionDetails(reference, 'sqs:CreateQueue')
    expect(details).toMatchObject({
      description: 'Create a new queue, or returns the URL of an existing one',
      page: expect.stringMatching(/list_\w+\.html#\w+-CreateQueue$/u) as string,
      resourceTypes: [{ type: { name: 'queue' }, required: true }],
    })
  })

  test('know the permission of an operation of another name', () => {
    expect(permissionOfOperation(reference, 's3:ListObjectsV2')).toMatchObject({
      id: 's3:ListBucket',
    })
    expect(permissionOfOperation(reference, 'lambda:Invoke')).toMatchObject({
      id: 'lambda:InvokeFunction',
    })
    expect(permissionOfOperation(reference, 's3:GetObject')).toBe('unknown')
  })

  test('that the data lacks are there all the same', () => {
    expect(findAction(reference, 'apigateway:TagResource')).toMatchObject({
      accessLevel: 'Tagging',
    })
  })
})

describe('companions', () => {
  const companions = (action: string) => {
    const found = companionsOf(reference, action)
    return typeof found === 'string' ? found : found.map((companion) => companion.action)
  }

  test.each([
    ['lambda:CreateFunction', 'iam:PassRole'],
    ['ec2:RunInstances', 'iam:PassRole'],
    ['connect:CreateUser', 'connect:TagResource'],
    ['ec2:CreateVolume', 'ec2:CreateTags'],
    ['sqs:CreateQueue', 'sqs:TagQueue'],
    ['iam:CreateRole', 'iam:TagRole'],
    ['s3:PutObject', 's3:PutObjectTagging'],
    ['autoscaling:CreateAutoScalingGroup', 'autoscaling:CreateOrUpdateTags'],
  ])('%s goes with %s', (action, companion) => {
    expect(companions(action)).toContain(companion)
  })

  test.each(['s3:GetObject', 'ec2:CreateTags', 'connect:TagResource', 'route53:CreateHostedZone'])(
    '%s needs nothing else',
    (action) => {
      expect(companions(action)).toEqual([])
    },
  )
})

describe('services', () => {
  test('match patterns', () => {
    const services = servicesMatching(reference, 'sq?')
    expect(services).toMatchObject([{ prefix: 'sqs' }])
  })

  test('carry what is theirs as a whole', () => {
    expect(findService(reference, 'SQS')).toMatchObject({
      resourceControlPolicies: true,
      resourceTags: true,
    })
    expect(findService(reference, 'iq')).toMatchObject({ resourceControlPolicies: false })
  })

  test('are found by what their product is called', () => {
    expect(serviceByProduct(reference, 'cloudwatchlogs')).toMatchObject({ prefix: 'logs' })
    expect(serviceByProduct(reference, 'step-functions')).toMatchObject({ prefix: 'states' })
    expect(serviceByProduct(reference, 'nonsense')).toBe('unknown')
  })

  test('that are gone are remembered', () => {
    expect(findWithdrawn(reference, 'zocalo')).toMatchObject({ replacedBy: 'workdocs' })
    expect(findWithdrawn(reference, 's3')).toBe('unknown')
  })

  test('as principals', () => {
    expect(findServicePrincipal(reference, 'sns.amazonaws.com')).toMatchObject({
      source: 'resources',
    })
    expect(findServicePrincipal(reference, 'ec2.amazonaws.com')).toMatchObject({
      source: 'unknown',
    })
  })
})

describe('condition keys', () => {
  test('are found without case and with their placeholders filled in', () => {
    expect(findConditionKey(reference, 'S3:Prefix')).toMatchObject({ name: 's3:prefix' })
    expect(findConditionKey(reference, 's3:ExistingObjectTag/team')).toMatchObject({
      name: 's3:ExistingObjectTag/${key}',
    })
    expect(findConditionKey(reference, 'kms:EncryptionContext:app')).toMatchObject({
      name: 'kms:EncryptionContext:${EncryptionContextKey}',
    })
    expect(findConditionKey(reference, 'AWS:resourcetag/Owner')).toMatchObject({ global: true })
    expect(findConditionKey(reference, 's3:prefx')).toBe('unknown')
  })

  test('whose prefix is no service are found with the service that lists them', () => {
    expect(findConditionKey(reference, 'saml:aud')).toMatchObject({ name: 'saml:aud' })
    expect(findConditionKey(reference, 'ec2:osuser')).toMatchObject({ name: 'ec2:osuser' })
  })

  test('stand to actions as AWS lists them', () => {
    expect(keySupport(reference, 's3:ListBucket', 's3:prefix')).toBe('listed')
    expect(keySupport(reference, 's3:GetObject', 's3:prefix')).toBe('unlisted')
    expect(keySupport(reference, 's3:GetObject', 'aws:SourceIp')).toBe('global')
    expect(keySupport(reference, 'sqs:CreateQueue', 'aws:RequestTag/Owner')).toBe('listed')
    expect(keySupport(reference, 'sqs:SendMessage', 'aws:RequestTag/Owner')).toBe('unlisted')
    expect(keySupport(namesOnly, 's3:ListBucket', 's3:prefix')).toBe('notLoaded')
  })

  test('include those of the resource types', () => {
    const keys = keysOfAction(reference, 'sqs:SendMessage')
    expect(keys).toMatchObject([{ name: 'aws:ResourceTag/${TagKey}' }])
  })
})
