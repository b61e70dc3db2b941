import { describe, expect, it } from 'vitest'
import { applyEdits } from './finding.ts'
import { readJson } from './json.ts'
import { markSpans } from './marked-text.ts'

/** The first problem as text: where it stands, and what its first fix makes of the whole. */
function first(text: string) {
  const [problem] = readJson(text).problems
  const fix = problem?.fixes[0]
  return {
    at: problem && markSpans(text, [problem.span]),
    fixed: fix && applyEdits(text, fix.edits),
  }
}

describe('slips and their fixes', () => {
  it.each([
    ['a trailing comma', '{"a": [1, 2],}', '{"a": [1, 2]«,»}', '{"a": [1, 2]}'],
    ['a missing comma', '{"a": 1 "b": 2}', '{"a": 1 «"b"»: 2}', '{"a": 1, "b": 2}'],
    ['a missing comma in a list', '["a" "b"]', '["a" «"b"»]', '["a", "b"]'],
    ['a missing colon', '{"a" 1}', '{"a" «1»}', '{"a": 1}'],
    ['a name without quotes', '{Effect: 1}', '{«Effect»: 1}', '{"Effect": 1}'],
    ['single quotes', "{'a': 1}", "{«'a'»: 1}", '{"a": 1}'],
    ['typographic quotes', '{“a”: 1}', '{«“a”»: 1}', '{"a": 1}'],
    ['a bare word', '{"a": Allow}', '{"a": «Allow»}', '{"a": "Allow"}'],
    ['a comma too many', '[1,, 2]', '[1,«,» 2]', '[1, 2]'],
    ['a bracket too many', '{"a": 1}}', '{"a": 1}«}»', '{"a": 1}'],
    ['brackets not closed', '{"a": [1', '{"a": [1«»', '{"a": [1\n]}'],
    ['a line comment', '{"a": 1} // why', '{"a": 1} «// why»', '{"a": 1} '],
    ['a block comment', '{/* why */"a": 1}', '{«/* why */»"a": 1}', '{"a": 1}'],
    ['a tab in a string', '["a\tb"]', '[«"a\tb"»]', '["a\\tb"]'],
    ['a control character in a string', '["a\u0007b"]', '[«"a\u0007b"»]', '["a\\u0007b"]'],
    ['a string not closed', '{"a": "b\n}', '{"a": «"b»\n}', '{"a": "b"\n}'],
  ])('%s', (_, text, at, fixed) => {
    const { fixed: result, at: place } = first(text)
    expect(place).toBe(at)
    expect(JSON.parse(result ?? '')).toEqual(JSON.parse(fixed))
  })

  it('offers to put all wrong quotes right at once', () => {
    const text = "{'a': 'b', \"it's\": 'c'}"
    const fix = readJson(text).problems[0]?.fixes.find(({ title }) => title.includes('everywhere'))
    expect(applyEdits(text, fix?.edits ?? [])).toBe('{"a": "b", "it\'s": "c"}')
  })

  it('names every trailing comma and comment, and of all else the first', () => {
    const { problems } = readJson('[1,] // a\n{"a": 1,} /* b */ }')
    expect(problems.map(({ id }) => id)).toEqual([
      'json-trailing-comma',
      'json-comment',
      'json-syntax-error',
      'json-trailing-comma',
      'json-comment',
    ])
  })

  it('words every problem and starts none of the messages with nothing', () => {
    for (const text of [
      '{',
      '[',
      '"',
      '{"a"',
      '{"a":',
      '[1',
      '1.',
      '"\\x"',
      '"\\u1"',
      '/*',
      '{]',
      '[}',
      ':',
      '}',
    ])
      for (const { message } of readJson(text).problems) expect(message, text).toMatch(/^\S.*\.$/su)
  })
})
