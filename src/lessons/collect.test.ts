import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permalink, openPermalink } from '#share'
import { readWorkspace, readWorkspaces, type Workspace } from '#workspace'
import { answerGroups, answersInWords, missedTests } from './answers.ts'
import { cellWords } from './cell-words.ts'
import { collect } from './collect.ts'
import { lessonFromFolder } from './folder.ts'
import { gradeEntry, type Entry, type GradedEntry, type OpenedAnswer } from './graded-entry.ts'
import {
  nothingCollected,
  readCollected,
  readResultFile,
  writeCollected,
  writeResultFile,
} from './result-file.ts'
import { readResultLines, type SentLine } from './result-line.ts'
import { resultsAsCsv, resultsAsMarkdown } from './results-table-text.ts'

const id = '140-mfa-that-means-it'
const file = (name: string) => readFileSync(new URL(`${id}/${name}`, import.meta.url), 'utf8')
const json = (name: string): unknown => JSON.parse(file(name))
const mfa = lessonFromFolder({
  id,
  page: file('lesson.md'),
  start: json('start.json'),
  solution: json('solution.json'),
})
const answers = (name: string) =>
  readWorkspaces(json(name)).flatMap(({ workspace }) => workspace ?? [])
const wrong = answers('wrong-answers.json')
const solution = mfa.lesson?.solution ?? []
const total = mfa.scenarios.length

const openLink = (link: string): OpenedAnswer => {
  const opened = openPermalink(link)
  if (opened.kind === 'opened') return opened
  return opened.kind === 'cutOff' ? opened : { kind: 'unreadable', why: 'was changed' }
}
const lessons = [mfa]
const graded = (entry: Entry) => gradeEntry(entry, { lessons, openLink })
const linkTo = (policies: Workspace['policies']) => permalink({ policies, scenarios: [] })
const solved: SentLine = {
  name: 'Ana',
  lesson: id,
  met: total,
  total,
  hints: 1,
  minutes: 6,
  link: linkTo(solution),
}
const start: SentLine = { ...solved, met: 3, link: linkTo(mfa.policies) }
const table = (lines: readonly SentLine[], known = {}) =>
  collect(
    lines.map((line) => graded({ line })),
    lessons,
    known,
  )
const names = (lines: readonly SentLine[], known = {}) =>
  table(lines, known).rows.map(({ name }) => name)

describe('grading again', () => {
  const words = (line: Partial<SentLine>) => cellWords(graded({ line: { ...solved, ...line } }))

  it('confirms what is true', () => {
    expect(words({})).toEqual({
      state: 'solved',
      score: 'solved',
      effort: '6 min · 1 hint',
      notes: [],
    })
  })

  it('says where the claim differs', () => {
    const { state, notes } = words({ link: linkTo(mfa.policies) })
    expect(state).toBe('unsolved')
    expect(notes).toEqual([expect.stringMatching(/^claims \d of \d, has \d of \d$/u)])
  })

  it('keeps a claim that nobody can check', () => {
    expect(words({ link: solved.link.slice(0, -9) })).toMatchObject({
      state: 'claimed',
      notes: ['link was cut off'],
    })
    expect(words({ link: '' }).notes).toEqual(['no link in the line'])
    expect(words({ link: solved.link.replace(/.(?=\.)/gu, 'A') }).notes).toEqual([
      'link was changed',
    ])
    expect(words({ lesson: 'My own' }).notes).toEqual(['no copy of this lesson to grade with'])
  })

  it('uses the tests that came in the link where there are no others, and says so', () => {
    const link = permalink({ policies: solution, scenarios: mfa.scenarios })
    expect(words({ lesson: 'My own', link })).toMatchObject({
      state: 'solved',
      notes: ['graded by the tests in its own link'],
    })
    const scenarios = mfa.scenarios.map(({ name, principal, action, resource }) => ({
      name,
      principal,
      action,
      resource,
    }))
    const bare = permalink({ policies: solution, scenarios })
    expect(words({ lesson: 'My own', link: bare }).state).toBe('claimed')
  })

  it('does not believe the tests in a link to a lesson that is known', () => {
    const scenarios = mfa.scenarios.map((scenario) => ({
      ...scenario,
      expect: { decision: 'allow' as const },
    }))
    expect(words({ link: permalink({ policies: mfa.policies, scenarios }) }).state).toBe('unsolved')
  })

  it('finds a challenge without an id by its title', () => {
    const title = 'Only  for · me'
    const own: Workspace = { ...mfa, title, lesson: { kind: 'challenge' } }
    const entry = { line: { ...solved, lesson: 'Only for me' } }
    expect(gradeEntry(entry, { lessons: [own], openLink })).toMatchObject({
      lesson: 'Only for me',
      gradedBy: 'trainer',
    })
  })

  it('grades with no challenge that is out of all proportion, as anybody can post one', () => {
    const scenario = mfa.scenarios[0]!
    const challenge = (tests: number): Workspace => ({
      ...mfa,
      title: 'Endless',
      scenarios: Array.from({ length: tests }, () => scenario),
      lesson: { kind: 'challenge' },
    })
    const entry = { line: { ...solved, lesson: 'Endless' } }
    const by = (tests: number) =>
      gradeEntry(entry, { lessons: [challenge(tests)], openLink }).gradedBy
    expect([by(100), by(101)]).toEqual(['trainer', undefined])
  })

  it('refuses an answer that is out of all proportion', () => {
    const huge = { ...solution[0]!, text: `{"a":"${'x'.repeat(200_000)}"}` }
    const workspace = { policies: [huge], scenarios: [] }
    expect(graded({ line: solved, answer: workspace }).opened.kind).toBe('tooLarge')
  })
})

describe('the table', () => {
  it('counts the last line of a name and keeps the earlier ones behind it', () => {
    const { rows, columns } = table([start, { ...solved, name: 'ben' }, { ...solved, name: 'ana' }])
    expect(columns.map(({ key }) => key)).toEqual([id])
    expect(rows.map(({ name }) => name)).toEqual(['ana', 'ben'])
    const cell = rows[0]?.cells.get(id)
    expect(cell?.last.entry.grade?.solved).toBe(true)
    expect(cell?.earlier.map(({ place }) => place)).toEqual([0])
  })

  it('gives a letter to two senders with one name, and counts what is quoted once', () => {
    const one = { ...start, sender: 'ana silva' }
    const other = { ...solved, sender: 'ana jung' }
    expect(names([one, other])).toEqual(['Ana (A)', 'Ana (B)'])
    expect(names([one, { ...one, sender: 'trainer' }])).toEqual(['Ana'])
    expect(names([one, { ...solved }])).toEqual(['Ana'])
    expect(names([one, other], { together: new Set(['ana']) })).toEqual(['Ana'])
  })

  it('keeps the same line from two people who are known to be two', () => {
    const [a, b] = ['silva', 'jung'].map((sender) => ({ ...solved, sender }))
    const { rows } = table([a!, { ...start, sender: 'jung' }, b!])
    expect(rows.map(({ cells }) => cells.get(id)?.last.entry.grade?.solved)).toEqual([true, true])
  })

  it('sets a line apart when the trainer says so', () => {
    expect(names([start, solved], { apart: new Set([0]) })).toEqual(['Ana (A)', 'Ana (B)'])
  })

  it('has columns for lessons nobody knows, at the end, whatever they are called', () => {
    const strange = ['__proto__', 'constructor', '010-other']
    const { columns, rows } = table([
      ...strange.map((lesson) => ({ ...solved, lesson })),
      { ...solved, name: '__proto__' },
    ])
    expect(columns.map(({ key }) => key)).toEqual([id, '__proto__', '010-other', 'constructor'])
    expect(rows.map(({ name }) => name)).toEqual(['__proto__', 'Ana'])
    expect(rows[1]?.cells.size).toBe(3)
  })

  it('loses no line but repeats, and always lets the last one count', () => {
    const anyLine = fc.record({
      name: fc.constantFrom('Ana', 'ana', 'Ben', '__proto__'),
      lesson: fc.constantFrom(id, 'other'),
      met: fc.nat(3),
      total: fc.constant(3),
      hints: fc.nat(1),
      minutes: fc.nat(1),
      link: fc.constant(''),
    })
    const sent = fc.tuple(anyLine, fc.constantFrom('', 'x', 'y'))
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 12 }), (messages) => {
        const lines = messages.map(([line, sender]) => ({ ...line, ...(sender && { sender }) }))
        const { rows } = table(lines)
        const cells = rows.flatMap((row) => [...row.cells.values()])
        const shown = cells.flatMap(({ last, earlier }) => [last, ...earlier])
        expect(new Set(shown.map(({ place }) => place)).size).toBe(shown.length)
        const said = (some: readonly SentLine[]) =>
          new Set(some.map((line) => JSON.stringify({ ...line, sender: undefined })))
        expect(said(shown.map(({ entry }) => entry.line))).toEqual(said(lines))
        for (const { last, earlier } of cells)
          for (const { place } of earlier) expect(place).toBeLessThan(last.place)
      }),
    )
  })
})

describe('answers side by side', () => {
  const spaced = solution.map((policy) => ({ ...policy, text: `${policy.text}\n` }))
  const line = (name: string, policies: Workspace['policies']): SentLine => ({
    ...solved,
    name,
    link: linkTo(policies),
  })
  const [first] = answers('solution-alternatives.json')
  const withoutDeny = answers('solution-alternatives.json').find(({ policies }) =>
    policies.every(({ text }) => !text.includes('Deny')),
  )
  const lines = [
    line('Ana', solution),
    line('Ben', spaced),
    line('Cem', withoutDeny?.policies ?? []),
    line('Dia', wrong[0]?.policies ?? []),
    line('Eva', first?.policies ?? []),
    { ...solved, name: 'Fay', link: '#w1.cut' },
  ]
  const groups = answerGroups(table(lines), id, mfa, wrong)

  it('groups by what is allowed, then by text, layout aside', () => {
    expect(groups.map(({ size, grade }) => [size, grade.solved])).toEqual([
      [expect.any(Number), true],
      [expect.any(Number), true],
      [1, false],
    ])
    const by = groups.flatMap(({ texts }) => texts.map((text) => text.by.map(({ name }) => name)))
    expect(by).toContainEqual(['Ana', 'Ben'])
    expect(by.flat().sort()).toEqual(['Ana', 'Ben', 'Cem', 'Dia', 'Eva'])
  })

  it('says it in a sentence, with the idea of a wrong answer that is known', () => {
    expect(answersInWords(groups)).toMatch(/^\d solved it with a Deny, \d without; 1 didn’t: /u)
    expect(groups.at(-1)?.like).toBe(wrong[0]?.title)
    expect(answersInWords([])).toBe('No answer to this lesson could be read.')
  })

  it('shows the policies that were changed', () => {
    const unchanged = answerGroups(table([line('Ana', mfa.policies)]), id, mfa)
    expect(unchanged[0]?.texts[0]?.policies).toEqual([])
    expect(groups[0]?.texts[0]?.policies.length).toBeGreaterThan(0)
  })

  it('names the tests that most unfinished answers miss', () => {
    const missed = missedTests(table([...lines, line('Gil', mfa.policies)]), id)
    expect(missed.length).toBeGreaterThan(0)
    expect(missed).toEqual([...missed].sort((a, b) => b.missing - a.missing))
    const failing = graded({ line: start }).grade?.tests.filter(({ state }) => state === 'failed')
    expect(missed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(failing?.map(({ name }) => name) ?? ['none']),
    )
  })
})

describe('the table as text', () => {
  const hostile = { ...solved, name: '=HYPERLINK("x")|<img src=x>\n`a`' }

  it('is Markdown in which nothing of others is markup', () => {
    const text = resultsAsMarkdown(table([hostile, { ...start, name: 'Ben' }]))
    expect(text.split('\n')).toHaveLength(5)
    expect(text).toContain('\\|\\<img src=x\\>')
    expect(text).toContain('✓ · 6 min · 1 hint')
  })

  it('is Markdown in which no address becomes a link', () => {
    const names = ['See https://x.test', 'WWW.x.test', 'a@x.test', 'http://x`|[y](z)\\|']
    const text = resultsAsMarkdown(table(names.map((name) => ({ ...solved, name }))))
    const first = text.split('\n').flatMap((line) => /^\| (.*?) \|/u.exec(line)?.[1] ?? [])
    expect(first.slice(2).sort()).toEqual([
      '`See https://x.test`',
      '`WWW.x.test`',
      '`a@x.test`',
      '`http://x  [y](z)`',
    ])
  })

  it('is CSV without formulas where cells end at semicolons or tabs', () => {
    const names = ['a;=1', 'b\t@x', 'c; \t+1', 'd;\t=1', 'e\n-1', 'f;"=1"']
    const csv = resultsAsCsv(table(names.map((name) => ({ ...solved, name }))))
    const cells = csv.split(/[;\t\r\n]/u)
    expect(cells.length).toBeGreaterThan(names.length * 2)
    for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@]/u)
    expect(csv).toContain(`"a;'=1",${id},yes`)
  })

  it('is CSV without formulas', () => {
    const names = ['=1+1', '+1', '-1', '@x', ' =1', '\t=1', 'a,"b"']
    const csv = resultsAsCsv(table(names.map((name) => ({ ...solved, name }))))
    const cells = csv.split('\r\n').slice(1, -1)
    expect(cells).toHaveLength(names.length)
    for (const cell of cells) expect(cell).not.toMatch(/^"?\s*[=+\-@]/u)
    expect(csv).toContain(`"a,""b""",${id},yes`)
  })
})

describe('files', () => {
  it('hold a result that reads back', () => {
    const written = writeResultFile(solved, solution)
    const { workspace } = readWorkspace(written)
    const entry = readResultFile(workspace!)
    expect(entry?.line).toEqual({ ...solved, link: '' })
    expect(graded(entry!).grade?.solved).toBe(true)
    expect(readResultFile({ policies: [], scenarios: [] })).toBeUndefined()
  })

  it('hold a whole class that reads back', () => {
    const collected = {
      ...nothingCollected,
      entries: [
        { line: { ...solved, sender: 'ana silva' } },
        { line: { ...solved, link: '' }, answer: { policies: solution, scenarios: [] } },
      ],
      damaged: ['Sidelight · x'],
      challenges: [mfa],
      apart: [1],
      together: ['ben'],
    }
    const text = JSON.stringify(writeCollected(collected))
    expect(readCollected(JSON.parse(text))).toEqual(collected)
  })

  it('are read with what is malformed left out, whatever they hold', () => {
    expect(readCollected({ sidelightResults: 2 })).toBeUndefined()
    expect(readCollected({ sidelightResults: 1, entries: [null, {}, { line: 3 }] })).toEqual(
      nothingCollected,
    )
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readCollected(value)
        readCollected({ sidelightResults: 1, entries: [value], challenges: value })
      }),
    )
  })
})

it('reads thirty lines of a chat and grades them', () => {
  const log = Array.from(
    { length: 30 },
    (_, index) => `Sidelight · p${index} · ${id} · 7/7 · 0 hints · 3 min · x#w1.a.b`,
  )
  const entries: readonly GradedEntry[] = readResultLines(log.join('\n')).lines.map((line) =>
    graded({ line }),
  )
  expect(collect(entries, lessons).rows).toHaveLength(30)
})
