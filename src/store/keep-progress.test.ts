import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saveProgress, type Progress } from '#storage'
import type { Workspace } from '#workspace'
import { followProgress } from './keep-progress.ts'
import { createAppStore, type AppStore } from './store.ts'

vi.mock(import('#storage'), async (original) => ({
  ...(await original()),
  saveProgress: vi.fn(() => Promise.resolve()),
  rememberLesson: () => Promise.resolve(),
  rememberedLesson: () => Promise.resolve(undefined),
}))

const policy = { name: 'app', type: 'identity', enabled: true, text: '{}' } as const
const lesson: Workspace = { policies: [policy], scenarios: [], lesson: { kind: 'lesson' } }
const kept = {
  policies: [{ ...policy, text: '{"Statement":[]}' }],
  scenarios: [],
  hints: 0,
  solutionShown: false,
  seconds: 0,
  solved: false,
}

let store: AppStore
let hide: () => void
const app = () => store.getState()
const saved = (): readonly Progress[] => vi.mocked(saveProgress).mock.calls.map(([one]) => one)
const lastText = () => saved().at(-1)?.policies[0]?.text

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    if (type === 'pagehide') hide = listener
  })
  store = createAppStore(undefined)
  followProgress(store)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.mocked(saveProgress).mockClear()
})

it('does not keep a lesson that was only looked at', () => {
  app().startExercise(lesson, 'key')
  vi.runAllTimers()
  hide()
  expect(saved()).toEqual([])
})

it('keeps the old answer again when starting over is taken back', () => {
  app().startExercise(lesson, 'key', kept)
  vi.runAllTimers()
  app().startOver()
  const notice = app().notices[0]?.id ?? 0
  app().setPolicyText('app', 'x')
  vi.runAllTimers()
  expect(lastText()).toBe('x')
  app().undo(notice)
  vi.runAllTimers()
  expect(lastText()).toBe('{"Statement":[]}')
})

it('leaves an answer alone that it only goes on with, when the page is left', () => {
  app().startExercise(lesson, 'key', kept)
  vi.runAllTimers()
  const before = saved().length
  hide()
  expect(saved()).toHaveLength(before)
  app().setPolicyText('app', 'x')
  hide()
  expect(lastText()).toBe('x')
})
