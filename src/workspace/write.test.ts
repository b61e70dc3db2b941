import { expect, it } from 'vitest'
import { readWorkspace } from './read.ts'
import type { Workspace, WorkspacePolicy } from './workspace.ts'
import { atItsStart, writeWorkspace } from './write.ts'

const policies = (text: string): readonly WorkspacePolicy[] => [
  { name: 'app', type: 'identity', enabled: true, text },
]
const start = policies('start')
const solution = policies('solution')
const challenge = (more: Partial<Workspace>): Workspace => ({
  policies: start,
  scenarios: [],
  ...more,
})

it('writes a challenge alike whichever side its author has in hand', () => {
  const atStart = challenge({ lesson: { kind: 'challenge', solution } })
  const atSolution = challenge({ policies: solution, lesson: { kind: 'challenge', start } })
  expect(writeWorkspace(atSolution)).toEqual(writeWorkspace(atStart))
  expect(readWorkspace(writeWorkspace(atSolution)).workspace).toEqual(atStart)
})

it('takes a copy of the start for no solution', () => {
  const begun = challenge({ lesson: { kind: 'challenge', start } })
  expect(atItsStart(begun)).toEqual(challenge({ lesson: { kind: 'challenge' } }))
})

it('leaves every other workspace as it is', () => {
  const plain = challenge({})
  const lesson = challenge({ lesson: { kind: 'lesson', solution } })
  expect(atItsStart(plain)).toBe(plain)
  expect(atItsStart(lesson)).toBe(lesson)
})
