import { describe, expect, it } from 'vitest'
import { readPolicy } from '#policy'
import { actionName } from '#request'
import { compileAction } from './action.ts'

function compile(element: 'Action' | 'NotAction', value: unknown, version = '2012-10-17') {
  const statement = { Effect: 'Allow', [element]: value, Resource: '*' }
  const { document } = readPolicy(JSON.stringify({ Version: version, Statement: statement }))
  const matches = compileAction(document!.statements[0]!.action!)
  return (action: string) => matches(actionName(action))
}

const action = (value: unknown, asked: string) => compile('Action', value)(asked).matched
const notAction = (value: unknown, asked: string) => compile('NotAction', value)(asked).matched

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
describe('Action (3.1)', () => {
  it.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['s3:GetObject', 's3:GetObjectAcl', false],
    ['s3:GetObject', 's3:Get', false],
    ['s3:*', 's3:GetObject', true],
    ['s3:*', 's3-object-lambda:GetObject', false],
    ['s3:*Object', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObjectAcl', false],
    ['s3:G*O*t', 's3:GetObject', true],
    ['s3:GetObject*', 's3:GetObject', true],
    ['s3:GetObjec?', 's3:GetObject', true],
    ['s3:GetObject?', 's3:GetObject', false],
    ['iam:*AccessKey*', 'iam:ListAccessKeys', true],
    // Prefix and name are compared without case (2).
    ['IAM:listaccesskeys', 'iam:ListAccessKeys', true],
    ['s3:GET*', 's3:getobject', true],
    ['*', 's3:GetObject', true],
    ['*', 'no action', true],
    ['', 's3:GetObject', false],
    // A string that is merely odd matches no request (1.11).
    ['GetObject', 's3:GetObject', false],
    ['s3::GetObject', 's3:GetObject', false],
    ['s3: GetObject', 's3:GetObject', false],
    ['s3.GetObject', 's3:GetObject', false],
    ['**', 's3:GetObject', false],
  ])('%j on %j: %s', (pattern, asked, expected) => {
    expect(action(pattern, asked)).toBe(expected)
  })

  it('the service prefix takes no wildcard, though `*:*` is everything (3.2, 14.3)', () => {
    expect(action('s*:GetObject', 's3:GetObject')).toBe(false)
    expect(action('?3:GetObject', 's3:GetObject')).toBe(false)
    expect(action('*:GetObject', 's3:GetObject')).toBe(false)
    expect(action('*:*', 's3:GetObject')).toBe(true)
  })

  it('variables have no meaning here (3.4)', () => {
    expect(action('s3:${aws:username}', 's3:alice')).toBe(false)
    expect(action('s3:${*}', 's3:GetObject')).toBe(false)
  })

  it('any value will do (3.3)', () => {
    expect(action(['s3:PutObject', 's3:Get*'], 's3:GetObject')).toBe(true)
    expect(action(['s3:PutObject', 'sqs:*'], 's3:GetObject')).toBe(false)
  })

  it('an empty list matches nothing (1.10)', () => {
    expect(action([], 's3:GetObject')).toBe(false)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
describe('NotAction (3.3)', () => {
  it('matches all the rest, across all services', () => {
    expect(notAction('s3:*', 's3:GetObject')).toBe(false)
    expect(notAction('s3:*', 'sqs:SendMessage')).toBe(true)
    expect(notAction(['s3:*', 'sqs:*'], 'sqs:SendMessage')).toBe(false)
    expect(notAction('*', 'sqs:SendMessage')).toBe(false)
  })

  it('a value that matches nothing leaves nothing out', () => {
    expect(notAction('s*:GetObject', 's3:GetObject')).toBe(true)
  })

  it('an empty list takes the statement out of the policy (1.10)', () => {
    // "When the element is empty, the policy statement provides no permissions": access-analyzer-reference-policy-checks.
    expect(notAction([], 's3:GetObject')).toBe(false)
  })
})

describe('the trace', () => {
  it('tells of every value whether it matches, also after the first that does', () => {
    const { patterns } = compile('NotAction', ['s3:*', 'sqs:*', '*'])('s3:GetObject')
    expect(patterns.map(({ pattern, matched }) => [pattern.value, matched])).toEqual([
      ['s3:*', true],
      ['sqs:*', false],
      ['*', true],
    ])
  })

  it('is the same object as long as nothing changes, and another one when something does', () => {
    const matches = compile('Action', ['s3:Get*', 's3:*'])
    const first = matches('s3:GetObject')
    expect(matches('s3:GetObjectAcl')).toBe(first)
    const put = matches('s3:PutObject')
    expect(put.patterns.map(({ matched }) => matched)).toEqual([false, true])
    expect(first.patterns.map(({ matched }) => matched)).toEqual([true, true])
  })
})
