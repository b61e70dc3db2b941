import { expect, test } from 'vitest'
import { readPolicy } from '#policy'
import { clausesByKey, excludeEachOther } from './key-constraints.ts'

/** Whether the two parts of a condition on one key exclude each other. */
function excluded(one: string, first: unknown, other: string, second: unknown): boolean {
  const condition = { [one]: { 'aws:x': first }, [other]: { 'AWS:X': second } }
  const { draft } = readPolicy(JSON.stringify({ Statement: [{ Condition: condition }] }))
  const [pair] = clausesByKey(draft!.statements[0]!)
  return pair?.length === 2 && excludeEachOther(pair[0]!, pair[1]!)
}

test.each([
  ['StringEquals', 'a', 'StringNotEquals', ['a', 'b']],
  ['StringEquals', 'a', 'StringNotLike', 'a*'],
  ['StringEquals', ['a', 'b'], 'StringLike', 'c*'],
  ['StringEquals', 'a', 'StringEqualsIfExists', 'b'],
  ['StringEquals', 'a', 'Null', 'true'],
  ['Bool', 'true', 'BoolIfExists', 'false'],
  ['IpAddress', '203.0.113.0/25', 'NotIpAddress', '203.0.113.0/24'],
  ['NumericLessThan', '5', 'NumericGreaterThanEquals', '5'],
  ['NumericEquals', '5', 'NumericLessThan', ['4', '5']],
  ['ArnEquals', 'arn:aws:iam::1:role/a', 'ArnNotEquals', 'arn:aws:iam::1:role/a'],
])('%s %j and %s %j exclude each other', (one, first, other, second) => {
  expect(excluded(one, first, other, second)).toBe(true)
  expect(excluded(other, second, one, first)).toBe(true)
})

test.each([
  ['StringEquals', ['a', 'c'], 'StringNotEquals', ['a', 'b']],
  ['StringLike', 'a*', 'StringNotLike', 'ab*'],
  ['StringLike', 'a*', 'StringLikeIfExists', '*b'],
  ['StringEqualsIfExists', 'a', 'StringNotEquals', 'a'],
  ['StringNotEquals', 'a', 'Null', 'true'],
  ['StringEquals', 'a', 'Null', 'false'],
  ['StringEquals', '${aws:username}', 'StringNotEquals', 'mary'],
  ['ForAnyValue:StringEquals', 'a', 'ForAllValues:StringEquals', 'b'],
  ['NumericLessThanEquals', '5', 'NumericGreaterThanEquals', '5'],
  ['IpAddress', '203.0.113.0/24', 'NotIpAddress', '203.0.113.0/25'],
])('%s %j and %s %j do not', (one, first, other, second) => {
  expect(excluded(one, first, other, second)).toBe(false)
})
