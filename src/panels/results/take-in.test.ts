import { expect, it } from 'vitest'
import { nothingCollected, type Entry } from '#lessons'
import { permalink } from '#share'
import type { Workspace } from '#workspace'
import { added, foundInPaste, joined, type Found } from './take-in.ts'

const nothing = foundInPaste('')
const entry = (name: string): Entry => ({
  line: { name, lesson: 'x', met: 0, total: 1, hints: 0, minutes: 0, link: '' },
})
const entries = (number: number) => Array.from({ length: number }, (_, at) => entry(`p${at}`))
const challenge = (title: string): Workspace => ({
  title,
  policies: [],
  scenarios: [],
  lesson: { kind: 'challenge' },
})
const found = (more: Partial<Found>): Found => ({ ...nothing, ...more })

it('opens no more than fifty links, also where they stand in one line', () => {
  const links = Array.from({ length: 60 }, (_, at) => permalink(challenge(`c${at}`)))
  expect(foundInPaste(links.join(' ')).challenges).toHaveLength(50)
})

it('keeps the places of those set apart when the first lines leave the table', () => {
  const collected = { ...nothingCollected, entries: entries(499), apart: [0, 3] }
  const next = added(collected, found({ entries: entries(3), apart: [1] })).collected
  expect(next.entries).toHaveLength(500)
  // Two were dropped: the place 0 is gone, 3 moved, and 1 of the new ones stood at 500.
  expect(next.apart).toEqual([1, 498])
})

it('joins files with the places of each, and without places that it has not', () => {
  const one = found({ entries: entries(2), apart: [1, 2, -1, 0.5] })
  expect(joined([one, one]).apart).toEqual([1, 3])
})

it('says what became of challenges', () => {
  const scenario = { name: 't', principal: { arn: 'x' }, action: 'a', resource: { arn: 'y' } }
  const large = { ...challenge('Large'), scenarios: Array.from({ length: 101 }, () => scenario) }
  const { collected, said } = added(
    nothingCollected,
    found({ challenges: [challenge('Small'), large] }),
  )
  expect(collected.challenges.map(({ title }) => title)).toEqual(['Small'])
  expect(said).toEqual([
    'Graded with the challenge Small.',
    '1 challenge left out: too large to grade with.',
  ])
})
