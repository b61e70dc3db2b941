import { expect, test } from 'vitest'
import { policyLines } from './policy-lines.ts'

test('strings and what stands between them, cut where a part that fails begins and ends', () => {
  const text = '{"Action": "s3:Get*"}'
  const { lines, more } = policyLines(text, [
    {
      ref: { policy: 'app', statement: 0 },
      span: { start: 0, end: text.length },
      mark: 'nearMiss',
      words: '',
      parts: [{ span: { start: 11, end: 20 }, met: false, words: 'differs' }],
    },
  ])
  expect(more).toBe(0)
  expect(lines[0]?.pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(lines[0]?.pieces.filter(({ unmet }) => unmet).map((piece) => piece.text)).toEqual([
    '"s3:Get*"',
  ])
})

test('a policy of one endless line is drawn up to a limit, and says that there is more', () => {
  const text = `{"Action": [${'"s3:GetObject", '.repeat(50_000)}"s3:*"]}`
  const { lines, more } = policyLines(text, [])
  expect(lines).toHaveLength(1)
  expect(lines[0]?.pieces.reduce((sum, piece) => sum + piece.text.length, 0)).toBe(60_000)
  expect(more).toBe(1)
})
