import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { faultsOf, type GrammarType } from './grammar.ts'
import { readPolicy } from './read.ts'
import { jsonSchema, schemaTypes } from './schema.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
const validators = new Map(schemaTypes.map((type) => [type, ajv.compile(jsonSchema(type))]))

const accepts = (type: GrammarType, policy: unknown) => validators.get(type)?.(policy) === true
const one = (statement: object) => ({ Version: '2012-10-17', Statement: [statement] })

const read = { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' }
const bucket = { ...read, Principal: { AWS: ['111122223333'], Service: 'logs.amazonaws.com' } }
const trust = {
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
}
const rcp = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }

describe('the schema accepts', () => {
  test.each<[GrammarType, object]>([
    ['identity', one(read)],
    ['identity', { Statement: read }],
    [
      'identity',
      one({ ...read, Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a*'] } } }),
    ],
    [
      'identity',
      one({
        ...read,
        Condition: { Bool: { 'aws:SecureTransport': true }, NumericLessThan: { k: [1, '2'] } },
      }),
    ],
    ['boundary', one({ Effect: 'Deny', NotAction: 'iam:*', NotResource: [] })],
    ['session', one(read)],
    ['scp', one(read)],
    ['resource', { ...one(bucket), Id: 'logs' }],
    ['resource', one({ ...read, Effect: 'Deny', NotPrincipal: { AWS: '*' } })],
    ['endpoint', one({ ...read, Principal: '*' })],
    ['trust', one(trust)],
    ['rcp', one(rcp)],
  ])('%s: %j', (type, policy) => {
    expect(accepts(type, policy)).toBe(true)
  })
})

describe('the schema refuses', () => {
  test.each<[string, GrammarType, object]>([
    ['an unknown element', 'identity', one({ ...read, Actions: '*' })],
    ['an unknown effect', 'identity', one({ ...read, Effect: 'allow' })],
    ['both of a pair', 'identity', one({ ...read, NotAction: '*' })],
    ['neither of a pair', 'identity', one({ Effect: 'Allow', Resource: '*' })],
    ['an unknown operator', 'identity', one({ ...read, Condition: { StringEqual: { k: 'v' } } })],
    [
      'IfExists after Null',
      'identity',
      one({ ...read, Condition: { NullIfExists: { k: 'true' } } }),
    ],
    ['a principal where there is none', 'identity', one(bucket)],
    ['an Id where there is none', 'identity', { ...one(read), Id: 'x' }],
    ['a missing principal', 'resource', one(read)],
    ['NotPrincipal with Allow', 'resource', one({ ...read, NotPrincipal: { AWS: '*' } })],
    ['an unknown kind of principal', 'resource', one({ ...read, Principal: { User: '*' } })],
    ['a resource in a trust policy', 'trust', one({ ...trust, Resource: '*' })],
    ['an RCP that allows', 'rcp', one({ ...rcp, Effect: 'Allow' })],
    ['an RCP that names someone', 'rcp', one({ ...rcp, Principal: { AWS: '111122223333' } })],
    [
      'an RCP with NotAction',
      'rcp',
      one({ Effect: 'Deny', Principal: '*', NotAction: '*', Resource: '*' }),
    ],
    ['an SCP without a version', 'scp', { Statement: read }],
    ['a list', 'identity', [one(read)]],
  ])('%s', (_, type, policy) => {
    expect(accepts(type, policy)).toBe(false)
  })
})

test('what the schema accepts, the reader finds no fault in', () => {
  const samples: [GrammarType, object][] = [
    ['identity', one(read)],
    ['resource', one(bucket)],
    ['trust', one(trust)],
    ['rcp', one(rcp)],
  ]
  for (const [type, sample] of samples) {
    const { document } = readPolicy(JSON.stringify(sample))
    expect(document?.statements.flatMap((statement) => faultsOf(statement, type))).toEqual([])
  }
})
