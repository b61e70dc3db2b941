import { describe, expect, it } from 'vitest'
import { describeProblem, lengthWords, linkLength, openedWords, sharedBar } from './link-words.ts'

const opened = {
  kind: 'opened',
  workspace: { policies: [], scenarios: [] },
  focus: undefined,
} as const

it('says nothing about a link that opened', () => {
  expect(openedWords({ ...opened, problems: [] })).toBeUndefined()
})

it('names each case in words of its own', () => {
  const newer = {
    kind: 'newer',
    version: 3,
    readable: 1,
    workspace: undefined,
    problems: [],
  } as const
  const words = [
    openedWords({ kind: 'cutOff' }),
    openedWords({ kind: 'altered' }),
    openedWords({ kind: 'noWorkspace' }),
    openedWords({ kind: 'tooLarge' }),
    openedWords(newer),
  ]
  expect(new Set(words.map((one) => one?.heading)).size).toBe(5)
  expect(words.at(-1)?.text).toContain('It uses format 3; this copy reads up to 1.')
  expect(words.at(-1)?.buttons.map(({ label }) => label)).toEqual(['Reload'])
  const readable = openedWords({ ...newer, workspace: opened.workspace })
  expect(readable?.buttons.map(({ label }) => label)).toEqual(['Reload', 'Show what can be read'])
})

it('counts what was left out, and names the first', () => {
  const problem = { path: 'scenarios[3].principal', message: 'must be an object, but is missing' }
  expect(openedWords({ ...opened, problems: [problem] })).toMatchObject({
    heading: 'Opened with 1 part left out',
    text: 'Scenario 4, principal: must be an object, but is missing. The rest is complete.',
  })
  expect(openedWords({ ...opened, problems: [problem, problem] })?.heading).toBe(
    'Opened with 2 parts left out',
  )
})

it.each([
  ['policies[0]', 'Policy 1: is odd.'],
  ['policies[1].attachedTo[0]', 'Policy 2, attachedTo[0]: is odd.'],
  ['lesson.kind', 'lesson.kind: is odd.'],
  ['', 'The document: is odd.'],
])('the place %j reads well', (path, words) => {
  expect(describeProblem({ path, message: 'is odd' })).toBe(words)
})

it('names a shared workspace by its title, when it has one', () => {
  expect(sharedBar('Only test users').heading).toBe('Shared workspace: Only test users.')
  expect(sharedBar(undefined).heading).toBe('Shared workspace.')
})

describe('the length of a link', () => {
  it.each([
    [2_000, 'fits'],
    [2_001, 'longForChat'],
    [8_000, 'longForChat'],
    [8_001, 'longForMail'],
    [64_000, 'longForMail'],
    [64_001, 'tooLong'],
  ] as const)('of %i characters is of the class %s', (characters, kind) => {
    expect(linkLength('x'.repeat(characters))).toEqual({ kind, characters })
  })

  it('is told before copying', () => {
    expect(lengthWords({ kind: 'fits', characters: 300 }, 1)).toBeUndefined()
    expect(lengthWords({ kind: 'longForMail', characters: 9412 }, 1)?.heading).toBe(
      'This link is 9,412 characters',
    )
    expect(lengthWords({ kind: 'tooLong', characters: 70_000 }, 217_000)?.text).toBe(
      'Share it as a file (212 KB).',
    )
  })
})
