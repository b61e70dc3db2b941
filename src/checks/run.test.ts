import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicy, type GrammarType } from '#policy'
import { emptyReference } from '#reference'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import missingVersion from './document/missing-version.ts'
import { checks, runChecks } from './run.ts'

const reference = referenceFromDisk()

const idsOf = (text: string, type: GrammarType = 'identity', options = {}) =>
  runChecks(readPolicy(text), type, { reference, ...options }).map(({ id }) => id)

const policy = (...statements: string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`

const wrongEffect = '{ "Effect": "allow", "Action": "sqs:ListQueues", "Resource": "*" }'
const fine = '{ "Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*" }'

describe('which findings there are', () => {
  test('none for a sound policy', () => {
    expect(idsOf(policy(fine))).toEqual([])
  })

  test('in the order of the text', () => {
    const spans = runChecks(readPolicy(policy(wrongEffect, wrongEffect)), 'identity', {
      reference,
    }).map(({ span }) => span.start)
    expect(spans).toEqual([...spans].sort((a, b) => a - b))
    expect(spans).toHaveLength(2)
  })

  test('none of a check that is switched off', () => {
    expect(idsOf(policy(wrongEffect), 'identity', { off: ['invalid-effect'] })).toEqual([])
  })

  test('none of a check whose facts are not loaded', () => {
    const unknown = policy('{ "Effect": "Allow", "Action": "SQS:ListQueues", "Resource": "*" }')
    expect(idsOf(unknown)).toEqual(['action-case'])
    expect(idsOf(unknown, 'identity', { reference: emptyReference })).toEqual([])
  })

  test('a resource policy about sts: actions is judged as a trust policy', () => {
    const trust = '{ "Effect": "Allow", "Action": "sts:AssumeRole" }'
    expect(idsOf(policy(trust), 'resource')).toEqual(['missing-principal'])
    expect(idsOf(policy(trust), 'trust')).toEqual(['missing-principal'])
  })

  test('a misspelt element is not also missing', () => {
    expect(
      idsOf(policy('{ "Efect": "Allow", "Actions": "sqs:ListQueues", "Resource": "*" }')),
    ).toEqual(['invalid-policy-element', 'invalid-policy-element'])
    expect(idsOf(`{ "Version": "2012-10-17", "Statements": [${fine}] }`)).toEqual([
      'invalid-policy-element',
    ])
  })

  test('one for one mistake', () => {
    const template =
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${bucket.arn}/*" }'
    expect(idsOf(policy(template))).toEqual(['template-placeholder'])
    const variable = '{ "Effect": "Allow", "Action": "s3:${aws:username}", "Resource": "*" }'
    expect(idsOf(policy(variable))).toEqual(['variable-unsupported-in-element'])
  })
})

describe('behind a syntax error', () => {
  test('complete strings are judged', () => {
    const text = `{ "Version": "2012-10-17", "Statement": [{ "Effect": 'Allow', "Action": "sqs::ListQueues", "Resource": "*" }] }`
    expect(idsOf(text)).toEqual(['json-syntax-error', 'double-colon-in-action'])
  })

  test('what may only not have been recovered is not missing', () => {
    expect(
      idsOf(`{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": [`),
    ).toEqual(['json-syntax-error'])
  })

  test('statements before it are judged in full', () => {
    const text = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Resource": "*" }, { "Effect": ] }`
    expect(idsOf(text)).toEqual(['missing-action', 'json-syntax-error'])
  })

  test('a trailing comma hides nothing', () => {
    expect(idsOf(policy('{ "Effect": "Allow", "Resource": "*", }'))).toEqual([
      'missing-action',
      'json-trailing-comma',
    ])
  })
})

test('a check that fails is our bug, and takes no other down', () => {
  const check = missingVersion as { document?: unknown }
  const { document } = check
  check.document = () => {
    throw new Error('oops')
  }
  try {
    const found = runChecks(readPolicy(policy(wrongEffect)), 'identity', { reference })
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ['internal-error', 'warning'],
      ['invalid-effect', 'error'],
    ])
    expect(found[0]?.message).toContain('oops')
  } finally {
    check.document = document
  }
})

const elements = [
  'Version',
  'Statement',
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'AWS',
  'StringEquals',
  'aws:TagKeys',
  'aws:SourceIp',
]
const words = [
  'Allow',
  'Deny',
  '*',
  's3:Get*',
  's3:',
  '',
  'arn:aws:s3:::x',
  'arn:aws',
  '${',
  '${aws:username}',
  '<x>',
  'sts:AssumeRole',
  '10.0.0.0/8',
  '2012-10-17',
]
const types: readonly GrammarType[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'scp',
  'rcp',
  'endpoint',
]

test('no text makes a check fail, and findings lie in the text', () => {
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...words, 42, true, null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...elements), tie('json'), { maxKeys: 5 }),
    ),
  }))
  const document = fc.record({
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.array(fc.dictionary(fc.constantFrom(...elements), json, { maxKeys: 6 }), {
      maxLength: 3,
    }),
  })
  fc.assert(
    fc.property(document, fc.constantFrom(...types), fc.nat(), (value, type, cut) => {
      const whole = JSON.stringify(value)
      for (const text of [whole, whole.slice(0, cut % (whole.length + 1))])
        for (const { id, span, message } of runChecks(readPolicy(text), type, { reference })) {
          expect(id, message).not.toBe('internal-error')
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
    }),
    { numRuns: 150 },
  )
})

test('every check has something to look at', () => {
  const hooks = ['source', 'document', 'statement', 'action', 'resource', 'principal', 'condition']
  for (const check of checks)
    expect(
      hooks.filter((hook) => hook in check),
      check.id,
    ).not.toEqual([])
})
