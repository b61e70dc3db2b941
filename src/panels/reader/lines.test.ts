import { describe, expect, test } from 'vitest'
import { highlights } from '#language'
import { readPolicy, type Finding } from '#policy'
import { evaluate } from '#evaluator'
import { accessRequest } from '#request'
import { linesOf, mostLines } from './lines.ts'

const text = `{
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::b/\${aws:username}"
  }
}`

/** Without the variable, which only version 2012-10-17 knows. */
const simple = text.replace('${aws:username}', 'ana')

const nothing = { marks: [], findings: [], place: undefined }

const marksFor = (policy: string, action: string) => {
  const { document } = readPolicy(policy)
  return highlights(
    evaluate(
      accessRequest({
        principal: { arn: 'arn:aws:iam::111122223333:user/ana' },
        action,
        resource: { arn: 'arn:aws:s3:::b/ana' },
      }),
      [{ name: 'p', type: 'identity', document }],
    ),
    'p',
  )
}

const written = (policy: string, shown: Parameters<typeof linesOf>[1] = nothing) =>
  linesOf(readPolicy(policy), shown).lines

describe('lines', () => {
  test.each([text, '', '\n', '{', 'no json at all', '{"a":\r\n  [1, true, null]}\r\n'])(
    'hold the whole text: %j',
    (policy) => {
      const back = written(policy).map(
        ({ indent, pieces }) => indent + pieces.map((piece) => piece.text).join(''),
      )
      expect(back.join('\n')).toBe(policy.replaceAll('\r\n', '\n'))
    },
  )

  test('tell names from values, and find variables', () => {
    const [, , , , resource] = written(text)
    expect(
      resource?.pieces.map(({ text: piece, kind, variable }) => [piece, kind, variable]),
    ).toEqual([
      ['"Resource"', 'element', false],
      [': ', undefined, false],
      ['"arn:aws:s3:::b/', 'string', false],
      ['${aws:username}', 'string', true],
      ['"', 'string', false],
    ])
    const tokens = resource?.pieces.map(({ token }) => token)
    expect(tokens?.[2]).toBeDefined()
    expect(tokens?.[2]).toBe(tokens?.[4])
  })

  test('have the bar, the shape and the words of the statement that decides', () => {
    const lines = written(simple, { ...nothing, marks: marksFor(simple, 's3:GetObject') })
    expect(lines.map(({ bar }) => bar)).toEqual([
      undefined,
      'allows',
      'allows',
      'allows',
      'allows',
      'allows',
      undefined,
    ])
    expect(lines[1]).toMatchObject({
      shape: 'allows',
      notes: [{ mark: 'allows', words: 'allows this request' }],
    })
    expect(lines[2]?.shape).toBeUndefined()
  })

  test('underline what does not match', () => {
    const lines = written(simple, { ...nothing, marks: marksFor(simple, 's3:PutObject') })
    const unmet = lines.flatMap(({ pieces }) => pieces.filter((piece) => piece.unmet))
    expect(unmet.map((piece) => piece.text).join('')).toContain('s3:GetObject')
  })

  test('show the heavier of two findings', () => {
    const finding = (severity: Finding['severity'], part: string): Finding => ({
      id: 'x',
      severity,
      span: { start: text.indexOf(part), end: text.indexOf(part) + part.length },
      message: '',
      fixes: [],
    })
    const findings = [finding('error', 's3'), finding('suggestion', '"s3:GetObject"')]
    const line = written(text, { ...nothing, findings })[3]
    expect(line?.severity).toBe('error')
    expect(
      line?.pieces.flatMap((piece) => (piece.severity ? [[piece.text, piece.severity]] : [])),
    ).toEqual([
      ['"', 'suggestion'],
      ['s3', 'error'],
      [':GetObject"', 'suggestion'],
    ])
  })

  test('end somewhere', () => {
    const { lines, more } = linesOf(readPolicy('[\n'.repeat(mostLines + 10)), nothing)
    expect(lines).toHaveLength(mostLines)
    expect(more).toBe(11)
  })

  test('end within a line that does not', () => {
    const text = `[${'"s3:GetObject", '.repeat(50_000)}"s3:*"]`
    const { lines, more } = linesOf(readPolicy(text), nothing)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.pieces.map((piece) => piece.text).join('')).toBe(text.slice(0, 100_000))
    expect(more).toBe(1)
  })
})
