import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkTable } from '#checks'
import { readGuide } from './read-guide.ts'

const here = new URL('./', import.meta.url)
const markdown = readFileSync(new URL('guide.md', here), 'utf8')
const guide = readGuide(markdown)
const all = [guide.introduction, ...guide.parts.map(({ text }) => text)].join('\n')

it('has a title and parts with names of their own', () => {
  expect(guide.title).toBe("Trainer's guide")
  expect(new Set(guide.parts.map(({ id }) => id)).size).toBe(guide.parts.length)
  expect(guide.parts.map(({ title }) => title)).toContain('Collecting results')
})

it('leads to files that exist, wherever it is read', () => {
  const files = [...markdown.matchAll(/\]\((\.\.?\/[^)]+)\)/gu)].map(([, file]) => file ?? '')
  expect(files.length).toBeGreaterThan(50)
  for (const file of files) expect(existsSync(new URL(file, here)), file).toBe(true)
})

it('has no link in the app but to lessons and checks', () => {
  const ids = checkTable.map(({ id }) => id)
  for (const [, kind, id = ''] of all.matchAll(/\]\((?:(\w+):)?([^)]*)\)/gu)) {
    expect(['lesson', 'check'], id).toContain(kind)
    if (kind === 'check') expect(ids).toContain(id)
  }
})

it.each([
  ['45 minutes', 45],
  ['2 hours', 120],
  ['Half a day', 210],
])('plans %s to the minute', (name, minutes) => {
  const text = guide.parts.find(({ title }) => title.startsWith(name))?.text ?? ''
  const rows = [...text.matchAll(/^\| (\d):(\d\d) \|.*\| (\d+) +\|$/gmu)].map((row) =>
    row.slice(1).map(Number),
  )
  expect(rows.length).toBeGreaterThan(5)
  let at = 0
  for (const [hours = 0, past = 0, length = 0] of rows) {
    expect(hours * 60 + past).toBe(at)
    at += length
  }
  expect(at).toBe(minutes)
})
