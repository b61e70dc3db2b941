import { describe, expect, test } from 'vitest'
import { readPolicy } from '#policy'
import { foldingRanges } from './folding.ts'
import { outline } from './outline.ts'

const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Resource": ["*"],
      "Action": "s3:Get*",
      "Condition": {
        "Bool": { "aws:SecureTransport": "true" }
      }
    },
    { "Effect": "Deny", "NotPrincipal": { "AWS": "*" } }
  ]
}`

describe('the outline', () => {
  test('statements by Sid or number with their effect, elements in the order of the text', () => {
    expect(
      outline(readPolicy(text)).map(({ name, detail, children }) => [
        name,
        detail,
        children.map((child) => child.name),
      ]),
    ).toEqual([
      ['Read', 'Allow', ['Resource', 'Action', 'Condition']],
      ['statement 2', 'Deny', ['NotPrincipal']],
    ])
  })

  test('a name lies within its item', () => {
    for (const item of outline(readPolicy(text)).flatMap((statement) => [
      statement,
      ...statement.children,
    ])) {
      expect(item.nameSpan.start).toBeGreaterThanOrEqual(item.span.start)
      expect(item.nameSpan.end).toBeLessThanOrEqual(item.span.end)
    }
  })

  test('broken text keeps what can be read', () => {
    expect(outline(readPolicy(text.slice(0, -4))).map(({ name }) => name)).toEqual([
      'Read',
      'statement 2',
    ])
    expect(outline(readPolicy(''))).toEqual([])
  })
})

test('whatever spans lines can be folded, the outer first', () => {
  const first = foldingRanges(readPolicy(text)).map(
    ({ start, end }) => text.slice(start, end).split('\n').length,
  )
  expect(first).toEqual([15, 12, 9, 3])
})
