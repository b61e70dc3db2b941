import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkspace } from '#workspace'
import { openPermalink } from './permalink.ts'

/** Links of every kind and age open for ever. Entries of links.txt are added, never changed. */
const samples = readFileSync(new URL('links.txt', import.meta.url), 'utf8')
  .split('\n\n')
  .slice(1)
  .map((entry) => {
    const [name = '', link = '', document = '', focus] = entry.trim().split('\n')
    return { name: name.replace('# ', ''), link, document, focus }
  })

it('has its samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(16)
})

describe('a link that was issued once', () => {
  it.each(samples)('still opens: $name', ({ link, document, focus }) => {
    const { workspace, problems } = readWorkspace(JSON.parse(document))
    expect(problems).toEqual([])
    expect(openPermalink(link)).toEqual({
      kind: 'opened',
      workspace,
      problems: [],
      focus: focus === undefined ? undefined : (JSON.parse(focus) as unknown),
    })
  })
})
