import { describe, expect, it } from 'vitest'
import type { Mark, StatementMark } from '#language'
import type { Finding } from '#policy'
import { decorationsOf, findingGlyphs, lockDecorations, type Tint } from './decorations.ts'
import { TextIndex } from './text-index.ts'

const text = '{ "Statement": {\n  "Effect": "Allow",\n  "Resource": "b"\n} }'
const index = new TextIndex(text)
const resource = text.indexOf('"b"')

const statement = (mark: Mark): StatementMark => ({
  ref: { policy: 'p', statement: 0 },
  span: { start: text.indexOf('{\n'), end: text.length - 2 },
  mark,
  words: `words for ${mark}`,
  parts: [
    { span: { start: 0, end: 1 }, met: true, words: 'fits' },
    { span: { start: resource, end: resource + 3 }, met: false, words: 'is *another*' },
  ],
})

const drawn = (mark: Mark, tint: Tint = 'line') =>
  decorationsOf([statement(mark)], tint, index).map(({ range, options }) => ({ range, ...options }))

describe('a statement with a mark', () => {
  it('has a bar along its lines, a shape with words, and words after its first line', () => {
    const [bar, glyph, words] = drawn('allows')
    expect(bar).toMatchObject({
      range: { startLineNumber: 1, startColumn: 1, endLineNumber: 4 },
      isWholeLine: true,
      linesDecorationsClassName: 'policy-bar policy-bar-allows',
      className: 'policy-tint policy-tint-allows',
    })
    expect(glyph).toMatchObject({
      range: { startLineNumber: 1 },
      glyphMarginClassName: 'policy-glyph policy-glyph-allows',
      glyphMarginHoverMessage: { value: 'words for allows' },
    })
    expect(words).toMatchObject({
      range: { startLineNumber: 1, startColumn: 17, endColumn: 17 },
      after: { content: 'words for allows', inlineClassName: 'policy-words policy-words-allows' },
      showIfCollapsed: true,
    })
  })

  it('is tinted as the person likes it', () => {
    const tinted = (tint: Tint) =>
      drawn('denies', tint).filter((one) => one.className?.includes('policy-tint'))
    expect(tinted('line').map(({ isWholeLine }) => isWholeLine)).toEqual([true])
    expect(tinted('statement').map(({ range }) => range)).toEqual([
      { startLineNumber: 1, startColumn: 16, endLineNumber: 4, endColumn: 2 },
    ])
    expect(tinted('gutter')).toEqual([])
  })

  it('that does not apply has no bar, but the part that fails is underlined and says why', () => {
    expect(drawn('notApplied')).toMatchObject([
      {
        range: { startLineNumber: 3, startColumn: 15, endColumn: 18 },
        inlineClassName: 'policy-unmet',
        hoverMessage: { value: 'is \\*another\\*' },
      },
      { range: { startLineNumber: 3, startColumn: 18 }, after: { content: 'is *another*' } },
    ])
  })

  it('that does not apply for a fault of its own says so in words', () => {
    const faulty = { ...statement('notApplied'), parts: [], words: 'matches nothing: no Resource' }
    expect(decorationsOf([faulty], 'line', index)).toMatchObject([
      {
        range: { startLineNumber: 1 },
        options: { after: { content: 'matches nothing: no Resource' } },
      },
    ])
  })

  it('of a policy that plays no part has words and nothing else', () => {
    expect(drawn('notConsulted')).toMatchObject([{ after: { content: 'words for notConsulted' } }])
  })

  it('is told by words alone, because its sign is drawn', () => {
    const [, , words] = decorationsOf(
      [{ ...statement('denies'), words: '⛔ denies it' }],
      'line',
      index,
    )
    expect(words?.options.after?.content).toBe('denies it')
  })
})

it('the heaviest finding of a line gives it its shape, and all of them its words', () => {
  const finding = (severity: Finding['severity'], start: number): Finding => ({
    id: severity,
    severity,
    span: { start, end: start + 1 },
    message: severity,
    fixes: [],
  })
  const glyphs = findingGlyphs(
    [finding('warning', 0), finding('error', 3), finding('suggestion', resource)],
    index,
  )
  expect(glyphs.map(({ options }) => options)).toMatchObject([
    {
      glyphMarginClassName: 'policy-glyph policy-glyph-error',
      glyphMarginHoverMessage: [{ value: 'warning' }, { value: 'error' }],
    },
    { glyphMarginClassName: 'policy-glyph policy-glyph-suggestion' },
  ])
})

it('locks are hatched over whole lines, or over the statement where a line holds more', () => {
  const several = '{"Statement":[{"Sid":"A"},{\n"Sid":"B"}]}'
  const [one, two] = lockDecorations(
    [
      { name: 'A', span: { start: 14, end: 25 } },
      { name: 'B', span: { start: 26, end: 39 } },
    ],
    new TextIndex(several),
  )
  expect(one).toMatchObject({
    range: { startColumn: 15, endColumn: 26 },
    options: { isWholeLine: false },
  })
  expect(two).toMatchObject({ options: { isWholeLine: true } })
})
