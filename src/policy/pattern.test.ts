import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileGlob,
  covers,
  hasVariables,
  intersects,
  matchesGlob,
  parsePattern,
  resolveVariables,
  type Piece,
} from './pattern.ts'

const both = { wildcards: true, variables: true }
const parse = (text: string) => parsePattern(text, both)
const matches = (pattern: string, text: string) =>
  matchesGlob(compileGlob(parsePattern(pattern, { wildcards: true, variables: false })), text)

/** Wildcards by their definition, one character after the other. */
function naiveMatches(pattern: string, text: string): boolean {
  const [first, rest] = [pattern.charAt(0), pattern.slice(1)]
  if (pattern === '') return text === ''
  if (first === '*')
    return naiveMatches(rest, text) || (text !== '' && naiveMatches(pattern, text.slice(1)))
  return (
    text !== '' && (first === '?' || first === text.charAt(0)) && naiveMatches(rest, text.slice(1))
  )
}

const smallPattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 })
const smallText = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 })

/** All texts over a and b up to this length. */
function everyText(longest: number): readonly string[] {
  const texts = ['']
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at]!
    if (text.length < longest) texts.push(text + 'a', text + 'b')
  }
  return texts
}

describe('parsePattern: wildcards and variables (7.1)', () => {
  const text = (value: string): Piece => ({ kind: 'text', text: value })
  const variable = (key: string, fallback?: string): Piece =>
    fallback === undefined ? { kind: 'variable', key } : { kind: 'variable', key, fallback }

  it.each<[string, readonly Piece[]]>([
    ['', []],
    ['abc', [text('abc')]],
    ['a*b?c', [text('a'), { kind: 'run' }, text('b'), { kind: 'one' }, text('c')]],
    ['home/${aws:username}/x', [text('home/'), variable('aws:username'), text('/x')]],
    ["${aws:PrincipalTag/team, 'none'}", [variable('aws:PrincipalTag/team', 'none')]],
    ["${aws:PrincipalTag/team,'none'}", [variable('aws:PrincipalTag/team', 'none')]],
    ["${k, ''}", [variable('k', '')]],
    // The brace within the quotes ends nothing.
    ["${k, 'a}b'}c", [variable('k', 'a}b'), text('c')]],
    ['a${*}b${?}c${$}d', [text('a*b?c$d')]],
    ['$100', [text('$100')]],
    ['{a}', [text('{a}')]],
    ['$${k}', [text('$'), variable('k')]],
    ['${a}${b}', [variable('a'), variable('b')]],
  ])('%j', (pattern, pieces) => {
    expect(parse(pattern)).toEqual(pieces)
  })

  it.each([
    ['${aws:username', 'unclosed'],
    ['${a${b}', 'unclosed'],
    ['${}', 'empty'],
    ["${, 'x'}", 'empty'],
    ['${aws: username}', 'space'],
    ["${aws: username, 'x'}", 'space'],
    ['${ k}', 'space'],
    ['${k, none}', 'quote'],
    ["${k, 'none}", 'quote'],
    ["${k 'none'}", 'quote'],
  ])('%j is no variable: %s (7.6)', (pattern, flaw) => {
    expect(parse(pattern)[0]).toMatchObject({ kind: 'broken', flaw })
  })

  it('without variables `${…}` is plain text, and its wildcards are wildcards (7.2)', () => {
    const pieces = parsePattern('${*}', { wildcards: true, variables: false })
    expect(pieces).toEqual([text('${'), { kind: 'run' }, text('}')])
    expect(parsePattern('${k}', { wildcards: true, variables: false })).toEqual([text('${k}')])
  })

  it('without wildcards `*` and `?` are plain text', () => {
    expect(parsePattern('a*?', { wildcards: false, variables: true })).toEqual([text('a*?')])
  })

  it('loses nothing of any text', () => {
    const written = (piece: Piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text
        case 'run':
          return '*'
        case 'one':
          return '?'
        case 'variable':
          return (
            '${' + piece.key + (piece.fallback === undefined ? '' : `, '${piece.fallback}'`) + '}'
          )
        case 'broken':
          return piece.raw
      }
    }
    const unit = fc.constantFrom('a', '$', '{', '}', '*', '?', ',', "'", ' ', ':')
    // What may differ are the spaces around a fallback, and the braces around an escaped character.
    const bare = (value: string) => value.replace(/\$\{([*?$])\}/gu, '$1').replace(/\s/gu, '')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (value) => {
        expect(bare(parse(value).map(written).join(''))).toBe(bare(value))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('resolveVariables', () => {
  const values: Readonly<Record<string, string>> = { k: 'v', star: '*', nested: '${k}', empty: '' }
  const resolve = (pattern: string) => resolveVariables(parse(pattern), (key) => values[key])

  it('fills in the values', () => {
    expect(resolve('a${k}b')).toMatchObject({ kind: 'resolved', text: 'avb' })
    expect(resolve('a${empty}b')).toMatchObject({ kind: 'resolved', text: 'ab' })
  })

  it('a value is literal: its wildcards mean themselves, its variables are not looked up (7.6)', () => {
    const star = resolve('${star}')
    expect(star).toMatchObject({ kind: 'resolved', text: '*' })
    if (star.kind !== 'resolved') return
    const glob = compileGlob(star.pieces)
    expect([matchesGlob(glob, '*'), matchesGlob(glob, 'anything')]).toEqual([true, false])
    expect(resolve('${nested}')).toMatchObject({ kind: 'resolved', text: '${k}' })
  })

  it('the fallback counts only where there is no value; an empty value is one (7.1)', () => {
    expect(resolve("${missing, 'x'}")).toMatchObject({ text: 'x' })
    expect(resolve("${k, 'x'}")).toMatchObject({ text: 'v' })
    expect(resolve("${empty, 'x'}")).toMatchObject({ text: '' })
  })

  it('names the first variable without a value', () => {
    expect(resolve('${k}${missing}${other}')).toEqual({ kind: 'unresolved', variable: 'missing' })
    expect(resolve('${}')).toEqual({ kind: 'unresolved', variable: '' })
    expect(resolve('a${k b}')).toEqual({ kind: 'unresolved', variable: 'k b' })
  })

  it('hasVariables: well-formed or not, but no escape', () => {
    expect(['${k}', '${', 'a', '${*}'].map((text) => hasVariables(parse(text)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('compiling what is not resolved is our bug', () => {
    expect(() => compileGlob(parse('${k}'))).toThrow(TypeError)
    expect(() => compileGlob(parse('${'))).toThrow(TypeError)
  })
})

describe('matchesGlob', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['**', 'a', true],
    ['?', '', false],
    ['?*', '', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*a?b*', 'xxaybzz', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:PutObject', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  it('agrees with the definition', () => {
    fc.assert(
      fc.property(smallPattern, smallText, (pattern, text) => {
        expect(matches(pattern, text)).toBe(naiveMatches(pattern, text))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not try every way to split the text', () => {
    // With backtracking this would outlast the universe; here it is done before the runner looks at the clock.
    expect(matches('*a'.repeat(200) + 'b', 'a'.repeat(10_000))).toBe(false)
    expect(matches('*a'.repeat(200), 'a'.repeat(10_000))).toBe(true)
    expect(matches('*?a'.repeat(100) + 'b', 'a'.repeat(10_000))).toBe(false)
  })
})

describe('covers and intersects', () => {
  it.each([
    ['*', '', true],
    ['*', 'a*b?', true],
    ['a*', 'ab*', true],
    ['ab*', 'a*', false],
    ['?', '*', false],
    ['a?c', 'abc', true],
    ['a?c', 'a?c', true],
    ['abc', 'a?c', false],
    ['s3:*', 's3:Get*', true],
  ])('covers(%j, %j) is %s', (general, special, expected) => {
    expect(covers(general, special)).toBe(expected)
  })

  it('whatever a covered pattern matches, the covering one matches', () => {
    fc.assert(
      fc.property(smallPattern, smallPattern, smallText, (general, special, text) => {
        fc.pre(covers(general, special) && naiveMatches(special, text))
        expect(naiveMatches(general, text)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('covers is what matches means for a text, and everything covers itself', () => {
    fc.assert(
      fc.property(smallPattern, smallText, (pattern, text) => {
        expect(covers(pattern, text)).toBe(naiveMatches(pattern, text))
        expect(covers(pattern, pattern)).toBe(true)
        expect(covers('*', pattern)).toBe(true)
      }),
    )
  })

  it('intersects agrees with trying every text, whichever comes first', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 })
    // Two patterns of four pieces that share a text share one of at most eight letters.
    const texts = everyText(8)
    fc.assert(
      fc.property(short, short, (one, other) => {
        const shared = texts.some((text) => naiveMatches(one, text) && naiveMatches(other, text))
        expect(intersects(one, other)).toBe(shared)
        expect(intersects(other, one)).toBe(shared)
      }),
      { numRuns: 400 },
    )
  })
})
