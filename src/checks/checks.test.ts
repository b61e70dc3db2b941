import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyEdits, markSpans, readPolicy, type Finding, type GrammarType } from '#policy'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { readPage, type PageSample } from './page.ts'
import { readerFindings } from './reader.ts'
import { checks, checkTable, runChecks } from './run.ts'

const here = import.meta.dirname
const reference = referenceFromDisk()

const files = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'corpus')
  .flatMap(({ name: folder }) =>
    readdirSync(join(here, folder)).map((name) => ({
      folder,
      name,
      path: join(here, folder, name),
    })),
  )
const pages = new Map(
  files
    .filter(({ name }) => name.endsWith('.md'))
    .map(({ name, path }) => [name.slice(0, -3), readPage(readFileSync(path, 'utf8'))]),
)

const find = (id: string, text: string, type: GrammarType): readonly Finding[] =>
  runChecks(readPolicy(text), type, { reference, on: [id] }).filter(
    (finding) => finding.id === id || finding.id === 'internal-error',
  )

describe('the table', () => {
  test('lists every check of the folder once, in the order of the paths', async () => {
    const modules = await Promise.all(
      files
        .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map(async ({ name, path }) => ({
          name,
          check: ((await import(path)) as { default?: { id: string } }).default,
        })),
    )
    const declared = modules.filter(({ check }) => check)
    expect(declared.map(({ check }) => `${check?.id}.ts`)).toEqual(declared.map(({ name }) => name))
    expect(checks.map(({ id }) => id)).toEqual(declared.map(({ check }) => check!.id).sort())

    const lines = readFileSync(join(here, 'all.ts'), 'utf8').trim().split('\n').slice(1)
    const paths = lines.map((line) => /'(.*)'/u.exec(line)?.[1])
    expect(paths).toEqual([...paths].sort())
  })

  test('has no id twice', () => {
    const ids = checkTable.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('names at least one policy type for each check', () => {
    expect(checkTable.filter(({ appliesTo }) => appliesTo.length === 0)).toEqual([])
  })
})

describe('the pages', () => {
  test('are there for every check, and for nothing else', () => {
    expect([...pages.keys()].sort()).toEqual(checkTable.map(({ id }) => id))
  })

  test.each([...pages])('%s has a title, words, and examples of both kinds', (id, page) => {
    expect(page.title).not.toBe('')
    const kinds = page.blocks.map((block) => (block.kind === 'policy' ? block.expects : block.kind))
    expect(kinds).toEqual(expect.arrayContaining(['text', 'bad', 'good']))
    const check = checkTable.find((entry) => entry.id === id)!
    for (const block of page.blocks)
      if (block.kind === 'policy' && block.expects === 'bad' && check.appliesTo !== 'all')
        expect(check.appliesTo).toContain(block.type)
  })
})

const samples = [...pages].flatMap(([id, { blocks }]) =>
  blocks
    .filter((block): block is PageSample => block.kind === 'policy')
    .map((sample, index) => ({ id, index: index + 1, sample })),
)

describe('the examples', () => {
  test.each(samples.filter(({ sample }) => sample.expects === 'bad'))(
    '$id, example $index: found exactly where it is marked',
    ({ id, sample: { policy, type } }) => {
      const found = find(id, policy.text, type)
      expect(policy.spans).not.toEqual([])
      expect(
        markSpans(
          policy.text,
          found.map(({ span }) => span),
        ),
      ).toBe(markSpans(policy.text, policy.spans))
      expect(found.map((finding) => finding.id)).toEqual(policy.spans.map(() => id))
      for (const { message } of found) expect(message).toMatch(/[.?]$/u)
    },
  )

  test.each(samples.filter(({ sample }) => sample.expects === 'good'))(
    '$id, example $index: nothing is found',
    ({ id, sample: { policy, type } }) => {
      expect(find(id, policy.text, type)).toEqual([])
    },
  )

  const fixes = samples.flatMap(({ id, index, sample: { policy, type } }) =>
    find(id, policy.text, type).flatMap(({ fixes: offered, span }) =>
      offered.map((fix) => ({ id, index, policy, type, span, fix, title: fix.title })),
    ),
  )

  test.each(fixes)('$id, example $index: "$title" mends it', ({ id, policy, type, fix }) => {
    const mended = applyEdits(policy.text, fix.edits)
    const before = readPolicy(policy.text).problems.filter((finding) => finding.id !== id)
    const after = readPolicy(mended)
    expect(
      after.problems.filter((finding) => finding.id.startsWith('json-')).length,
    ).toBeLessThanOrEqual(
      before.filter((finding) => finding.id.startsWith('json-')).length +
        (id.startsWith('json-') ? policy.spans.length - 1 : 0),
    )
    expect(find(id, mended, type).length).toBeLessThan(policy.spans.length)
  })
})

test('readers report what the table says they report', () => {
  expect(readerFindings.map(({ id }) => id)).toEqual(readerFindings.map(({ id }) => id).sort())
})
