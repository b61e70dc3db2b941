import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeWorkspace } from '#workspace'
import { openPermalink } from './permalink.ts'

/** Challenges and answers that were handed out stay as they were. Entries of challenge-links.txt are added, never changed. */
const samples = readFileSync(new URL('challenge-links.txt', import.meta.url), 'utf8')
  .split('\n\n')
  .slice(1)
  .map((entry) => {
    const [name = '', link = '', document = ''] = entry.trim().split('\n')
    return { name: name.replace('# ', ''), link, document }
  })

it('has its samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(10)
})

it.each(samples)('still opens and reads the same: $name', ({ link, document }) => {
  const opened = openPermalink(`https://example.org/sidelight/${link}`)
  expect(opened).toMatchObject({ kind: 'opened', problems: [], focus: undefined })
  // Member by member, with nothing added and nothing left out.
  expect(opened.kind === 'opened' && writeWorkspace(opened.workspace)).toEqual(JSON.parse(document))
})
