import { expect, test } from 'vitest'
import { asKind, kindOf, principalKinds } from './principal-kinds.ts'

test('every kind can be chosen, and is then the kind', () => {
  for (const { value } of principalKinds) {
    const start = { arn: 'arn:aws:iam::123456789012:user/alice', tags: { team: 'red' } }
    const principal = asKind(start, value)
    expect(kindOf(principal)).toBe(value)
    expect(principal.tags).toEqual({ team: 'red' })
  }
})

test('account, partition and name survive the change', () => {
  const session = asKind({ arn: 'arn:aws-cn:iam::123456789012:user/alice' }, 'roleSession')
  expect(session).toEqual({ arn: 'arn:aws-cn:sts::123456789012:assumed-role/alice/session' })
  expect(asKind(session, 'role')).toEqual({ arn: 'arn:aws-cn:iam::123456789012:role/alice' })
})

test('an unfinished ARN keeps the kind it begins like', () => {
  expect(kindOf({ arn: 'arn:aws:iam::123456789012:role/' })).toBe('role')
  expect(kindOf({ arn: '' })).toBe('user')
})
