import { describe, expect, it } from 'vitest'
import { readPolicy } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import { compileResource } from './resource.ts'

const alice = { arn: 'arn:aws:iam::111122223333:user/alice' }

function compile(element: 'Resource' | 'NotResource', value: unknown, version = '2012-10-17') {
  const statement = { Effect: 'Allow', Action: '*', [element]: value }
  const document = readPolicy(JSON.stringify({ Version: version, Statement: statement })).document!
  const matches = compileResource(document.statements[0]!.resource!, document.variables)
  return (arn: string, request: Partial<RequestInput> = {}) =>
    matches(
      accessRequest({ principal: alice, action: 's3:GetObject', ...request, resource: { arn } }),
    )
}

const resource = (value: unknown, arn: string, request?: Partial<RequestInput>) =>
  compile('Resource', value)(arn, request).matched
const notResource = (value: unknown, arn: string, request?: Partial<RequestInput>) =>
  compile('NotResource', value)(arn, request).matched

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
describe('Resource (4.6)', () => {
  it('any value will do', () => {
    expect(resource(['arn:aws:s3:::a', 'arn:aws:s3:::b*'], 'arn:aws:s3:::bucket')).toBe(true)
    expect(resource(['arn:aws:s3:::a', 'arn:aws:s3:::b'], 'arn:aws:s3:::bucket')).toBe(false)
  })

  it('bucket and objects are different resources (10.3)', () => {
    expect(resource('arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/key')).toBe(false)
    expect(resource('arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket')).toBe(false)
  })

  it('an empty list matches nothing, and takes NotResource out of the policy too (1.10)', () => {
    expect(resource([], 'arn:aws:s3:::bucket')).toBe(false)
    expect(notResource([], 'arn:aws:s3:::bucket')).toBe(false)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
describe('NotResource', () => {
  it('matches when no value does', () => {
    expect(notResource('arn:aws:s3:::a', 'arn:aws:s3:::b')).toBe(true)
    expect(notResource(['arn:aws:s3:::a', 'arn:aws:s3:::b'], 'arn:aws:s3:::b')).toBe(false)
  })

  it('of ARNs matches a request without a resource; of `*` matches nothing (4.2)', () => {
    expect(notResource('arn:aws:s3:::*', '*')).toBe(true)
    expect(notResource('*', '*')).toBe(false)
    expect(notResource('*', 'arn:aws:s3:::b')).toBe(false)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
describe('variables (4.7, 7)', () => {
  const home = 'arn:aws:s3:::home/${aws:username}/*'

  it('are replaced in the resource part', () => {
    expect(resource(home, 'arn:aws:s3:::home/alice/x')).toBe(true)
    expect(resource(home, 'arn:aws:s3:::home/bob/x')).toBe(false)
    expect(resource('arn:aws:s3:::home/${AWS:UserName}/*', 'arn:aws:s3:::home/alice/x')).toBe(true)
  })

  it('but not before it: there they have no value (7.3, 14.6)', () => {
    const account = 'arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:q'
    const arn = 'arn:aws:sqs:us-east-1:111122223333:q'
    const { matched, patterns } = compile('Resource', account)(arn)
    expect(matched).toBe(false)
    expect(patterns[0]?.unresolved).toBe('aws:PrincipalAccount')
    expect(notResource(account, arn)).toBe(true)
  })

  it('mean nothing under an older Version (7.2)', () => {
    const old = compile('Resource', home, '2008-10-17')
    expect(old('arn:aws:s3:::home/alice/x').matched).toBe(false)
    expect(old('arn:aws:s3:::home/${aws:username}/x').matched).toBe(true)
  })

  it('the wildcards of a value are literal (7.6)', () => {
    const tagged = (team: string) => ({ principal: { ...alice, tags: { team } } })
    const pattern = 'arn:aws:s3:::${aws:PrincipalTag/team}/x'
    expect(resource(pattern, 'arn:aws:s3:::red/x', tagged('*'))).toBe(false)
    expect(resource(pattern, 'arn:aws:s3:::*/x', tagged('*'))).toBe(true)
    expect(resource(pattern, 'arn:aws:s3:::alice/x', tagged('${aws:username}'))).toBe(false)
    expect(resource(pattern, 'arn:aws:s3:::a:b/x', tagged('a:b'))).toBe(true)
  })

  it('without a value that one value matches nothing, and its exception falls away (14.4)', () => {
    const missing = 'arn:aws:s3:::${aws:PrincipalTag/team}/x'
    expect(resource(missing, 'arn:aws:s3:::/x')).toBe(false)
    expect(resource([missing, 'arn:aws:s3:::b'], 'arn:aws:s3:::b')).toBe(true)
    expect(notResource(missing, 'arn:aws:s3:::/x')).toBe(true)
    expect(compile('Resource', missing)('arn:aws:s3:::b').patterns[0]).toMatchObject({
      matched: false,
      unresolved: 'aws:PrincipalTag/team',
    })
  })

  it('fall back to their default (7.1)', () => {
    const pattern = "arn:aws:s3:::${aws:PrincipalTag/team, 'shared'}/x"
    expect(resource(pattern, 'arn:aws:s3:::shared/x')).toBe(true)
    const red = { principal: { ...alice, tags: { team: 'red' } } }
    expect(resource(pattern, 'arn:aws:s3:::shared/x', red)).toBe(false)
    expect(resource(pattern, 'arn:aws:s3:::red/x', red)).toBe(true)
  })

  it('a multivalued key has no value (7.5)', () => {
    const request = { context: { 'aws:TagKeys': ['a'] } }
    expect(resource('arn:aws:s3:::${aws:TagKeys}', 'arn:aws:s3:::a', request)).toBe(false)
  })

  it.each(['${', '${}', '${aws: username}', "${aws:username, 'x}", '${aws:username, x}'])(
    'a flawed one, %j, has no value (7.6)',
    (variable) => {
      const pattern = `arn:aws:s3:::${variable}`
      expect(resource(pattern, 'arn:aws:s3:::alice')).toBe(false)
      expect(resource(pattern, pattern)).toBe(false)
    },
  )

  it('the trace shows what was compared', () => {
    const { patterns } = compile('Resource', home)('arn:aws:s3:::home/bob/x')
    expect(patterns[0]).toMatchObject({ matched: false, resolved: 'arn:aws:s3:::home/alice/*' })
  })

  it('a value asked for another principal is filled in anew', () => {
    const matches = compile('Resource', home)
    const bob = { principal: { arn: 'arn:aws:iam::111122223333:user/bob' } }
    const nobody = { principal: { anonymous: true as const } }
    const seen = [{}, bob, nobody, {}].map(
      (request) => matches('arn:aws:s3:::home/alice/x', request).patterns[0],
    )
    expect(seen.map((pattern) => pattern?.resolved ?? pattern?.unresolved)).toEqual([
      'arn:aws:s3:::home/alice/*',
      'arn:aws:s3:::home/bob/*',
      'aws:username',
      'arn:aws:s3:::home/alice/*',
    ])
    expect(seen.map((pattern) => pattern?.matched)).toEqual([true, false, false, true])
  })
})
