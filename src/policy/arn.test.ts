import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arnFields,
  compileArnPattern,
  compileResource,
  matchesArnPattern,
  matchesResource,
  splitArn,
  variableOutsideResourcePart,
} from './arn.ts'
import { parsePattern, resolveVariables } from './pattern.ts'

const parse = (text: string) => parsePattern(text, { wildcards: true, variables: true })
const matches = (pattern: string, resource: string) =>
  matchesResource(compileResource(parse(pattern)), resource)

/** Rule 4.4 by its definition, one character after the other. */
function naiveMatches(pattern: string, text: string, colons = 0): boolean {
  if (pattern === '') return text === ''
  const [first, rest] = [pattern.charAt(0), pattern.slice(1)]
  if (first === '*') {
    const crosses = colons >= 5 || rest === '' || rest.startsWith(':')
    if (naiveMatches(rest, text, colons)) return true
    return (
      text !== '' &&
      (crosses || !text.startsWith(':')) &&
      naiveMatches(pattern, text.slice(1), colons)
    )
  }
  if (text === '') return false
  if (first === '?')
    return (colons >= 5 || !text.startsWith(':')) && naiveMatches(rest, text.slice(1), colons)
  return (
    first === text.charAt(0) && naiveMatches(rest, text.slice(1), colons + (first === ':' ? 1 : 0))
  )
}

describe('splitArn (4.3)', () => {
  it('splits at the first five colons', () => {
    expect(splitArn('arn:aws:lambda:us-east-1:111122223333:function:f:1')).toEqual({
      partition: 'aws',
      service: 'lambda',
      region: 'us-east-1',
      account: '111122223333',
      resource: 'function:f:1',
    })
    expect(splitArn('arn:aws:s3:::')).toMatchObject({ region: '', account: '', resource: '' })
  })

  it.each(['', '*', 'arn:aws:s3', 'arn:aws:s3::bucket', 'ARN:aws:s3:::bucket', 'urn:aws:s3:::b'])(
    '%j is no ARN',
    (text) => {
      expect(splitArn(text)).toBeUndefined()
    },
  )

  it('puts together what it took apart', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '-', '/', '*'), maxLength: 4 })
    const tail = fc.string({ unit: fc.constantFrom('a', ':', '/'), maxLength: 6 })
    fc.assert(
      fc.property(part, part, part, part, tail, (partition, service, region, account, resource) => {
        const text = `arn:${partition}:${service}:${region}:${account}:${resource}`
        expect(splitArn(text)).toEqual({ partition, service, region, account, resource })
      }),
    )
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
describe('Resource patterns', () => {
  it('`*` matches everything, a request without a resource too (4.1)', () => {
    expect(matches('*', '*')).toBe(true)
    expect(matches('*', 'arn:aws:s3:::b')).toBe(true)
  })

  it('a request without a resource is matched by `*` alone (4.2)', () => {
    for (const pattern of ['**', 'arn:*', 'arn:aws:s3:::*', '?', '*:*:*:*:*:*'])
      expect(matches(pattern, '*'), pattern).toBe(false)
  })

  it.each([
    // AWS's own examples.
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1/test/object.jpg', true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1/2/test/3/object.jpg', true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket//test/object.jpg', true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1-test/object.jpg', false],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/test/object.jpg', false],
    // In the sixth part wildcards match slashes and colons.
    ['arn:aws:logs:us-east-1:1:log-group:*:s', 'arn:aws:logs:us-east-1:1:log-group:a:b/c:s', true],
    ['arn:aws:s3:::b?c', 'arn:aws:s3:::b:c', true],
    // In the first five they stay within their part, …
    ['arn:aws:ec2:us-*-1:1:instance/i', 'arn:aws:ec2:us-east-1:1:instance/i', true],
    ['arn:aws:sq*s:us-east-1:1:q', 'arn:aws:sq:x:s:us-east-1:1:q', false],
    ['arn:aws:ec2:us-east-?:1:i', 'arn:aws:ec2:us-east-::1:i', false],
    // … but a `*` that ends its part can run on past the colon: a surprise AWS's page tells of.
    ['arn:aws:sqs:us-east-1:*', 'arn:aws:sqs:us-east-1:111122223333:orders', true],
    ['arn:aws:sqs:*', 'arn:aws:sqs:us-east-1:111122223333:orders', true],
    ['arn:aws:sqs:*:orders', 'arn:aws:sqs:us-east-1:1:orders', false],
    ['arn:aws:sqs:*:*:orders', 'arn:aws:sqs:us-east-1:1:orders', true],
    ['arn:aws:sqs:us-*:*:orders', 'arn:aws:sqs:us-east-1:1:a:orders', true],
    // A part that differs is another resource; an empty one matches only an empty one or `*`.
    ['arn:aws:s3:::b', 'arn:aws-cn:s3:::b', false],
    ['arn:aws:sqs:us-east-1::q', 'arn:aws:sqs:us-east-1:1:q', false],
    ['arn:aws:s3:*:*:b', 'arn:aws:s3:::b', true],
    // Case counts (2).
    ['arn:aws:s3:::Bucket', 'arn:aws:s3:::bucket', false],
    ['ARN:aws:s3:::bucket', 'arn:aws:s3:::bucket', false],
  ])('%j on %j: %s (4.4)', (pattern, resource, expected) => {
    expect(matches(pattern, resource)).toBe(expected)
  })

  it('fewer than six parts match nothing, unless a `*` ends them (14.2)', () => {
    expect(matches('arn:aws:s3::bucket', 'arn:aws:s3::bucket')).toBe(false)
    expect(matches('bucket', 'bucket')).toBe(false)
    expect(matches('', '')).toBe(false)
    expect(matches('arn:aws:s3?', 'arn:aws:s3:')).toBe(false)
    expect(matches('arn:aws:s3*', 'arn:aws:s3:::b')).toBe(true)
  })

  it('an escaped wildcard is a letter', () => {
    expect(matches('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*')).toBe(true)
    expect(matches('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x')).toBe(false)
    expect(matches('${*}', '*')).toBe(false)
  })

  it('agrees with the definition, whether wildcards need guarding or not', () => {
    const unit = fc.constantFrom('a', 'a', ':', '*', '?')
    const pattern = fc.oneof(
      fc.string({ unit, minLength: 5, maxLength: 12 }),
      fc
        .array(fc.string({ unit: fc.constantFrom('a', '*', '?'), maxLength: 3 }), {
          minLength: 6,
          maxLength: 7,
        })
        .map((parts) => parts.join(':')),
    )
    const text = fc
      .array(fc.string({ unit: fc.constantFrom('a'), maxLength: 2 }), {
        minLength: 6,
        maxLength: 8,
      })
      .map((parts) => parts.join(':'))
    const seen = new Set<string>()
    fc.assert(
      fc.property(pattern, text, (value, resource) => {
        const compiled = compileResource(parse(value))
        seen.add(`${compiled.kind} ${matchesResource(compiled, resource)}`)
        if (compiled.kind === 'nothing') expect(matchesResource(compiled, resource)).toBe(false)
        else expect(matchesResource(compiled, resource)).toBe(naiveMatches(value, resource))
      }),
      // The same samples each time, so that what they reach can be counted on.
      { numRuns: 2000, seed: 7 },
    )
    // The samples have reached every way to match and to miss.
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'glob false',
        'glob true',
        'guarded false',
        'guarded true',
        'nothing false',
      ]),
    )
  })

  it('guarded patterns take no exponential time either', () => {
    const pattern = 'arn:aws:' + '*a'.repeat(100) + 'b:::x'
    expect(matches(pattern, 'arn:aws:' + 'a'.repeat(2000) + ':::x')).toBe(false)
  })
})

describe('variables before the fifth colon (7.3, 14.6)', () => {
  it.each([
    ['arn:aws:s3:::b/${aws:username}', false],
    ['arn:aws:s3:::${aws:username}', false],
    ['arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:q', true],
    ['${aws:username}', true],
    ['arn:aws:sqs:${', true],
    ['arn:aws:s3:::b', false],
  ])('%j: %s', (pattern, outside) => {
    expect(variableOutsideResourcePart(parse(pattern))).toBe(outside)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
describe('ARN patterns of conditions: each part on its own (6.5)', () => {
  const arnMatches = (pattern: string, text: string) => {
    const resolution = resolveVariables(parse(pattern), () => 'a:b')
    const compiled =
      resolution.kind === 'resolved' ? compileArnPattern(resolution.pieces) : undefined
    const fields = arnFields(text)
    return compiled !== undefined && fields !== undefined && matchesArnPattern(compiled, fields)
  }

  it.each([
    ['arn:aws:sns:us-east-1:1:topic', 'arn:aws:sns:us-east-1:1:topic', true],
    ['arn:aws:sns:*:*:*', 'arn:aws:sns:us-east-1:1:a:b/c', true],
    ['arn:*:*:*:*:*', 'arn:aws:s3:::b', true],
    ['*:*:*:*:*:*', 'arn:aws:s3:::b', true],
    ['arn:aws:sns:us-east-1:1:top?c', 'arn:aws:sns:us-east-1:1:topic', true],
    // Nothing crosses a colon here, a `*` at the end included: unlike `Resource`.
    ['arn:aws:sns:*', 'arn:aws:sns:us-east-1:1:topic', false],
    ['arn:aws:sns:*:topic', 'arn:aws:sns:us-east-1:1:topic', false],
    ['*', 'arn:aws:sns:us-east-1:1:topic', false],
    ['arn:aws:sns:us-east-1:1:Topic', 'arn:aws:sns:us-east-1:1:topic', false],
    ['arn:aws:sns:us-east-1::topic', 'arn:aws:sns:us-east-1:1:topic', false],
    ['arn:aws:sns:us-east-1:1:topic', 'no arn', false],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(arnMatches(pattern, text)).toBe(expected)
  })

  it('a colon in the value of a variable is no border between parts', () => {
    expect(arnMatches('arn:aws:sns:us-east-1:1:${k}', 'arn:aws:sns:us-east-1:1:a:b')).toBe(true)
    expect(arnMatches('arn:aws:sns:${k}:1:t', 'arn:aws:sns:a:b:1:t')).toBe(false)
  })
})
