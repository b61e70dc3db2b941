import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastOf, editorColors, hexOf, themeOf, tokenColors } from './theme-colors.ts'

const css = readFileSync(new URL('../app/theme.css', import.meta.url), 'utf8')

/** The tokens of a rule of theme.css, light first. */
function tokensUnder(selector: string): Map<string, readonly [string, string]> {
  const from = css.indexOf(`${selector} {`)
  const rule = css.slice(from, css.indexOf('}', from))
  const lines = rule.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)
  return new Map([...lines].map(([, name, light, dark]) => [name!, [light!, dark!]]))
}

const ordinary = tokensUnder(':root')
const palettes = {
  ordinary,
  highContrast: new Map([...ordinary, ...tokensUnder(":root[data-theme='highContrast']")]),
}

const cases = Object.entries(palettes).flatMap(([name, tokens]) =>
  (['light', 'dark'] as const).map((scheme) => ({
    name: `${name} ${scheme}`,
    read: (token: string) => {
      const value = tokens.get(token)?.[scheme === 'light' ? 0 : 1]
      if (value === undefined) throw new Error(`theme.css has no --${token}`)
      return value
    },
  })),
)

describe.each(cases)('the theme of the $name palette', ({ name, read }) => {
  const theme = themeOf(read, name.startsWith('high') ? 'high' : 'normal')

  it('is made of the tokens of the app', () => {
    expect(theme.colors['editor.background']).toBe(read('page'))
    expect(theme.rules.find(({ token }) => token === 'string.key')?.foreground).toBe(
      read('syntax-element').slice(1),
    )
    expect(theme.base).toBe(
      { 'ordinary light': 'vs', 'ordinary dark': 'vs-dark', 'highContrast light': 'hc-light' }[
        name
      ] ?? 'hc-black',
    )
    expect(Object.keys(theme.colors)).toHaveLength(Object.keys(editorColors).length)
  })

  it.each([...new Set(Object.values(tokenColors)), 'allow', 'explicit-deny', 'neutral'])(
    'has text in %s that can be read on every ground',
    (token) => {
      for (const ground of ['page', 'allow-tint', 'explicit-deny-tint', 'neutral-tint'])
        expect(contrastOf(read(token), read(ground))).toBeGreaterThanOrEqual(4.5)
    },
  )
})

it('reads computed colours', () => {
  expect(hexOf('rgb(11, 95, 165)')).toBe('#0b5fa5')
  expect(hexOf('rgba(0, 0, 0, 0.4)')).toBe('#00000066')
})

it('knows the contrast of black and white', () => {
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21)
})
