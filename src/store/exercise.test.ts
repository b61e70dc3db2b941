import { expect, it } from 'vitest'
import { readWorkspace, type Workspace } from '#workspace'
import { exerciseKey, gradeOf, ownScenarios } from './exercise.ts'
import { createAppStore } from './store.ts'

const text = (effect: string, action: string) =>
  JSON.stringify({ Statement: [{ Effect: effect, Action: action, Resource: '*' }] })
const ask = (name: string, action: string, decision: string) => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:role/app' },
  action,
  resource: { arn: '*' },
  expect: { decision },
})
const read = (value: object): Workspace => {
  const { workspace } = readWorkspace({ sidelight: 1, ...value })
  if (!workspace) throw new Error('no workspace')
  return workspace
}
const lesson = read({
  title: 'Reading only',
  policies: [
    { name: 'locked', type: 'identity', text: text('Allow', 's3:ListBucket') },
    { name: 'mine', type: 'identity', text: text('Allow', 's3:*') },
  ],
  scenarios: [
    ask('reading', 's3:GetObject', 'allow'),
    ask('deleting', 's3:DeleteObject', 'deny'),
    ask('writing', 's3:PutObject', 'deny'),
  ],
  lesson: {
    kind: 'lesson',
    hints: ['where', 'what'],
    mustNot: ['change locked', 'finding some-check'],
  },
})

const started = () => {
  const store = createAppStore(undefined)
  store.getState().setTitle('My own')
  store.getState().startExercise(lesson, 'key')
  return { store, app: () => store.getState(), grade: () => gradeOf(store.getState()) }
}

it('begins with the policy that may be changed, in the tab of the lesson', () => {
  const { app } = started()
  expect(app().selectedPolicy).toBe('mine')
  expect(app().detailsTab).toBe('lesson')
  expect(app().origin).toEqual({ kind: 'exercise' })
  expect(app().workspace.lesson).toBeUndefined()
})

it('is not solved while the checks that a rule asks for are not known', () => {
  const { store, app, grade } = started()
  app().setPolicyText('mine', text('Allow', 's3:GetObject'))
  expect(grade()).toMatchObject({ met: 4, total: 5, solved: false })
  const { facts } = app()
  store.setState({ facts: { ...facts, runChecks: () => [] } })
  expect(grade()).toMatchObject({ met: 5, solved: true })
  app().noteSolved()
  expect(app().announcement?.text).toBe('5 of 5. Solved.')
})

it('counts a finding also where the learner does not want to hear of it', () => {
  const { store, app, grade } = started()
  const finding = {
    id: 'some-check',
    severity: 'warning',
    span: { start: 0, end: 1 },
    message: '',
    fixes: [],
  } as const
  const { facts } = app()
  const runChecks: NonNullable<typeof facts.runChecks> = (_, __, { off = [] }) =>
    off.includes('some-check') ? [] : [finding]
  store.setState({ facts: { ...facts, runChecks } })
  app().setCheckOff('some-check', true)
  expect(grade()?.rules.at(-1)?.broken).toBe(true)
})

it('refuses every change of a locked policy, and says so', () => {
  const { app } = started()
  const before = app().workspace
  app().setPolicyText('locked', '')
  app().renamePolicy('locked', 'free')
  app().setPolicyType('locked', 'scp')
  app().setAttachedTo('locked', ['*'])
  app().setEnabled('locked', false)
  app().removePolicy('locked')
  expect(app().workspace).toBe(before)
  expect(app().notices[0]?.text).toBe('locked is locked by the author. It stays as it is.')
})

it('says what passes newly since it was last asked', () => {
  const { app } = started()
  app().setPolicyText('mine', text('Deny', 's3:*'))
  app().runTests()
  expect(app().announcement?.text).toBe('3 of 5 pass. Newly passing: 2. Newly failing: 1.')
  app().runTests()
  expect(app().announcement?.text).toBe('3 of 5 pass. Newly passing: none. Newly failing: none.')
})

it('does not count requests of the learner, and puts a removed test back to be looked at', () => {
  const { app, grade } = started()
  const [reading, deleting] = lesson.scenarios
  app().editScenario(0, { expect: { decision: 'deny' } })
  app().removeScenario(1)
  expect(grade()).toMatchObject({ met: 2, total: 5 })
  expect(ownScenarios(app().exercise!, app().workspace)).toHaveLength(1)
  app().showLessonTest(deleting!)
  expect(app().workspace.scenarios[app().selectedScenario]).toBe(deleting)
  app().showLessonTest(reading!)
  expect(app().workspace.scenarios).toHaveLength(4)
})

it('goes on with an answer that was kept, and back to what was on the screen before', () => {
  const { app } = started()
  const own = { ...lesson.scenarios[0]!, name: 'own' }
  app().startExercise(lesson, 'key', {
    policies: [lesson.policies[0]!, { ...lesson.policies[1]!, text: '{}' }],
    scenarios: [own],
    hints: 2,
    solutionShown: true,
    seconds: 90,
    solved: false,
  })
  expect(app().exercise).toMatchObject({ hints: 2, solutionShown: true, seconds: 90 })
  expect(app().workspace.policies[1]?.text).toBe('{}')
  expect(app().workspace.scenarios).toEqual([...lesson.scenarios, own])
  app().leaveExercise()
  expect(app().workspace.title).toBe('My own')
  expect(app().exercise).toBeUndefined()
  expect(app().detailsTab).toBe('tests')
})

it('goes on with an answer whose locked policies are those of the lesson as it is now', () => {
  const { app, grade } = started()
  const [locked, mine] = lesson.policies
  const own = { ...mine!, name: 'own' }
  const kept = { scenarios: [], hints: 0, solutionShown: false, seconds: 0, solved: false }
  app().startExercise(lesson, 'key', { ...kept, policies: [own, { ...locked!, text: '{}' }] })
  expect(app().workspace.policies).toEqual([own, locked])
  expect(grade()?.rules[0]?.broken).toBe(false)
  app().startExercise(lesson, 'key', { ...kept, policies: [own, mine!] })
  expect(app().workspace.policies).toEqual([locked, own, mine])
})

it('starts over with a way back', () => {
  const { app } = started()
  app().setPolicyText('mine', '{}')
  app().showHint()
  app().startOver()
  expect(app().exercise?.hints).toBe(0)
  expect(app().workspace.policies).toEqual(lesson.policies)
  app().undo(app().notices[0]!.id)
  expect(app().exercise?.hints).toBe(1)
  expect(app().workspace.policies[1]?.text).toBe('{}')
})

it('ends when another workspace is opened, and is there again after Undo', () => {
  const { app } = started()
  app().setPolicyText('mine', '{}')
  app().newWorkspace()
  expect(app().exercise).toBeUndefined()
  app().undo(app().notices[0]!.id)
  expect(app().exercise?.key).toBe('key')
})

it('keeps a challenge apart from the lesson whose id it carries', () => {
  const named = read({ lesson: { kind: 'challenge', id: '010-first-allow' } })
  expect(exerciseKey(named, 'course')).toBe('010-first-allow')
  expect(exerciseKey(named, 'elsewhere')).toBe('challenge:010-first-allow')
  const nameless = exerciseKey(lesson, 'elsewhere')
  expect(nameless).toBe(exerciseKey(read({ ...lesson }), 'elsewhere'))
  expect(nameless).not.toBe(exerciseKey({ ...lesson, title: 'Another' }, 'elsewhere'))
})
