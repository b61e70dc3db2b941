import { expect, it } from 'vitest'
import { readWorkspace } from '#workspace'
import { progressFile, readProgressFile, type Progress } from './progress.ts'

const policies = [{ name: 'p', type: 'identity', enabled: true, text: '{' }] as const
const lesson = readWorkspace({
  sidelight: 1,
  title: 'Mine',
  policies,
  lesson: { kind: 'challenge', goal: 'All' },
}).workspace

const progress: Progress = {
  key: 'challenge:x',
  title: 'Mine',
  ...(lesson ? { lesson } : {}),
  policies,
  scenarios: [],
  hints: 1,
  solutionShown: true,
  seconds: 61,
  met: 2,
  total: 6,
  solved: false,
}
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('comes back from a file as it was', () => {
  expect(readProgressFile(again(progressFile([progress])))).toEqual([progress])
})

it.each([undefined, null, 1, [], {}, { 'sidelight-progress': 2, lessons: [] }, { lessons: [] }])(
  'is not in %j',
  (value) => {
    expect(readProgressFile(value)).toBeUndefined()
  },
)

it('leaves out what cannot be read, and mends what can', () => {
  const good = (progressFile([progress]) as { lessons: object[] }).lessons[0]
  const file = {
    'sidelight-progress': 1,
    lessons: [
      null,
      { key: '' },
      { key: 'a', answer: 'none' },
      { ...good, title: 7, hints: -3, seconds: 'much', met: Infinity, lesson: { sidelight: 1 } },
    ],
  }
  expect(readProgressFile(again(file))).toEqual([
    { ...progress, lesson: undefined, title: 'challenge:x', hints: 0, seconds: 0, met: 0 },
  ])
})
