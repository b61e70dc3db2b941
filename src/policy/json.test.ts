import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeKind, member, readJson, type JsonNode } from './json.ts'

/** The value a tree stands for; of a member written twice the last one counts, as for JSON.parse. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const entries = node.members.map(({ key, value }): [string, unknown] => [
        key.value,
        value && valueOf(value),
      ])
      return Object.fromEntries(entries)
    }
    case 'array':
      return node.items.map(valueOf)
    case 'null':
      return null
    case 'string':
    case 'number':
    case 'boolean':
      return node.value
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const jsonText = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'))
  .map(([text, indent]) => JSON.stringify(JSON.parse(text), null, indent))

/** JSON with a few characters put in, taken out or replaced. */
const mutatedJson = fc
  .tuple(
    jsonText,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 2 }),
        fc.constantFrom(
          '',
          ',',
          '"',
          '{',
          '}',
          '[',
          ']',
          ':',
          '\\',
          '\n',
          '\t',
          '1',
          '-',
          'e',
          '/',
          '//',
          '/*',
          "'",
          '\u2028',
          '\ufeff',
          'true',
          'nul',
          '\\u12',
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [place, removed, inserted]) => {
      const at = place % (before.length + 1)
      return before.slice(0, at) + inserted + before.slice(at + removed)
    }, text),
  )

describe('readJson', () => {
  it('agrees with JSON.parse on JSON', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { root, problems } = readJson(text)
        expect(problems).toEqual([])
        expect(root && valueOf(root)).toEqual(parsed(text)?.value)
      }),
      { numRuns: 500 },
    )
  })

  it('takes a text for JSON exactly when JSON.parse does', () => {
    let [valid, broken] = [0, 0]
    fc.assert(
      fc.property(mutatedJson, (text) => {
        const { root, problems } = readJson(text)
        const truth = parsed(text)
        if (truth) valid++
        else broken++
        if (truth)
          expect({ problems, value: root && valueOf(root) }).toEqual({ problems: [], ...truth })
        else if (text.trim() !== '') expect(problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1500 },
    )
    expect(Math.min(valid, broken)).toBeGreaterThan(100)
  })

  it.each([
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    'NaN',
    "'a'",
    '{a: 1}',
    '[1,]',
    '{"a":1,}',
    '"\t"',
    '"\\x"',
    '"\\u12"',
    '"a\nb"',
    '// comment\n{}',
    '{} {}',
    '\ufeff{}',
    '[1 2]',
    '{"a" 1}',
    '{,}',
    'nul',
    'True',
  ])('%j is no JSON', (text) => {
    expect(parsed(text)).toBeUndefined()
    expect(readJson(text).problems).not.toEqual([])
  })

  it('a blank text holds nothing, and nothing is wrong with it', () => {
    for (const text of ['', ' ', '\n\t'])
      expect(readJson(text)).toEqual({ root: undefined, problems: [] })
  })

  it('keeps a number as it is written', () => {
    expect(readJson('[1.50, 1e3, -0, 12345678901234567890]').root).toMatchObject({
      items: [{ raw: '1.50' }, { raw: '1e3' }, { raw: '-0' }, { raw: '12345678901234567890' }],
    })
  })

  it('names like __proto__ are just names', () => {
    const { root } = readJson('{"__proto__": {"a": 1}, "constructor": 2}')
    expect(root?.kind === 'object' && root.members.map(({ key }) => key.value)).toEqual([
      '__proto__',
      'constructor',
    ])
  })

  it('of a member written twice the last one counts', () => {
    const { root } = readJson('{"a": 1, "b": 2, "a": 3}')
    expect(root?.kind === 'object' && member(root, 'a')?.value).toMatchObject({ value: 3 })
    expect(root?.kind === 'object' && member(root, 'c')).toBeUndefined()
  })

  it('says so when brackets are nested beyond reason, and reads nothing', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readJson(nested(100)).problems).toEqual([])
    for (const text of [
      nested(101),
      nested(100_000),
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      // Brackets in places where no parser should count them, or that close before they open.
      ']'.repeat(1000) + nested(100_000),
      '"\r' + nested(100_000),
    ]) {
      const { root, problems } = readJson(text)
      expect(problems.length).toBeGreaterThan(0)
      expect(root === undefined || text.startsWith(']') || text.startsWith('"')).toBe(true)
    }
  })

  it('brackets inside strings do not nest', () => {
    expect(readJson(JSON.stringify('['.repeat(500))).problems).toEqual([])
    expect(readJson('["\\"' + '['.repeat(500) + '"]').problems).toEqual([])
  })

  it('describes what it finds', () => {
    const kinds = ['{}', '[]', '""', '0', 'true', 'null'].map((text) =>
      describeKind(readJson(text).root!),
    )
    expect(kinds).toEqual(['an object', 'a list', 'a string', 'a number', 'true or false', 'null'])
  })
})
