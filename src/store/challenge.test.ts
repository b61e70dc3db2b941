import { beforeEach, describe, expect, it } from 'vitest'
import { readWorkspace, writeWorkspace } from '#workspace'
import { challengeOf, sideOf } from './challenge.ts'
import { previewKey } from './exercise.ts'
import { lockedParts } from './locks.ts'
import { createAppStore, type AppStore } from './store.ts'

const statement = (sid: string, action: string) =>
  `{"Sid":"${sid}","Effect":"Allow","Action":"${action}","Resource":"*"}`
const read = statement('Read', 's3:GetObject')
const list = statement('List', 's3:ListBucket')
const text = (...statements: readonly string[]) =>
  `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`

const begin = text(read, list)

let store: AppStore
beforeEach(() => {
  store = createAppStore({
    sidelight: 1,
    title: 'Reports',
    policies: [{ name: 'app', type: 'identity', text: begin }],
    scenarios: [
      {
        name: 'reads',
        principal: { arn: 'arn:aws:iam::111122223333:role/app' },
        action: 's3:GetObject',
        resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
        expect: { decision: 'allow' },
      },
    ],
  })
})

const app = () => store.getState()
const lesson = () => app().workspace.lesson
const textNow = () => app().workspace.policies[0]?.text
const undo = () => app().undo(app().notices[0]?.id ?? 0)
const select = (part: string) => {
  const start = textNow()?.indexOf(part) ?? 0
  const selection = { start, end: start + part.length }
  app().setCaret({ policy: 'app', offset: selection.end, selection })
}

describe('writing a challenge', () => {
  it('keeps policies and requests, and can be stopped with a way back', () => {
    const before = app().workspace
    app().writeChallenge()
    expect(app()).toMatchObject({ detailsTab: 'lesson', workspace: { ...before } })
    expect(lesson()).toEqual({ kind: 'challenge' })
    app().editLesson({ goal: 'Only reports.', hints: ['Look.'] })
    app().stopWriting()
    expect(app().workspace).toEqual(before)
    expect(app().detailsTab).toBe('tests')
    undo()
    expect(lesson()).toEqual({ kind: 'challenge', goal: 'Only reports.', hints: ['Look.'] })
  })

  it('takes an empty part away', () => {
    app().writeChallenge()
    app().editLesson({ goal: 'Only reports.', minutes: 5, hints: ['Look.'] })
    app().editLesson({ goal: '', hints: [] })
    expect(lesson()).toEqual({ kind: 'challenge', minutes: 5 })
  })

  it('begins from a lesson without touching it, with a way back', () => {
    app().startExercise(challengeOf(app().workspace), 'some-lesson')
    app().writeChallenge()
    expect(app()).toMatchObject({ exercise: undefined, origin: { kind: 'sample' } })
    undo()
    expect(app()).toMatchObject({ exercise: { key: 'some-lesson' } })
  })
})

describe('start and solution', () => {
  beforeEach(() => app().writeChallenge())

  it('are edited apart, and nothing of either is lost', () => {
    app().editSide('solution')
    expect(textNow()).toBe(begin)
    app().setPolicyText('app', text(read))
    app().editSide('start')
    expect(textNow()).toBe(begin)
    app().setPolicyText('app', 'not even JSON')
    app().editSide('solution')
    expect(textNow()).toBe(text(read))
    app().editSide('start')
    expect(textNow()).toBe('not even JSON')
    expect(lesson()?.solution?.[0]?.text).toBe(text(read))
  })

  it('begin a text each: the editor steps back within one of them', () => {
    const { opening } = app()
    app().editSide('solution')
    expect(app().opening).toBe(opening + 1)
  })

  it('are kept alike whichever is in hand', () => {
    app().editSide('solution')
    app().setPolicyText('app', text(read))
    const inHand = writeWorkspace(app().workspace)
    const again = readWorkspace(inHand).workspace
    expect(again?.policies[0]?.text).toBe(begin)
    expect(again?.lesson?.solution?.[0]?.text).toBe(text(read))
    app().editSide('start')
    expect(writeWorkspace(app().workspace)).toEqual(inHand)
  })

  it('have no solution after a mere look', () => {
    app().editSide('solution')
    app().editSide('start')
    expect(lesson()).toEqual({ kind: 'challenge' })
  })

  it('can be copied across, with a way back', () => {
    app().copyAcross()
    expect(lesson()?.solution?.[0]?.text).toBe(begin)
    undo()
    expect(lesson()).toEqual({ kind: 'challenge' })
    app().editSide('solution')
    app().setPolicyText('app', text(list))
    app().copyAcross()
    expect(challengeOf(app().workspace).policies[0]?.text).toBe(text(list))
    undo()
    expect(challengeOf(app().workspace).policies[0]?.text).toBe(begin)
    expect(sideOf(app().workspace)).toBe('solution')
  })

  it('keep a start without policies, however the lesson is edited', () => {
    app().removePolicy('app')
    app().editSide('solution')
    app().addPolicy('identity', begin)
    app().editLesson({ goal: 'Something.' })
    expect(sideOf(app().workspace)).toBe('solution')
    app().editSide('start')
    expect(app().workspace.policies).toEqual([])
  })

  it('copied across and taken back, leave what was written since', () => {
    app().copyAcross()
    app().editLesson({ goal: 'Only reports.', hints: ['Look.'] })
    undo()
    expect(lesson()).toEqual({ kind: 'challenge', goal: 'Only reports.', hints: ['Look.'] })
  })

  it('stop with the start in the policies', () => {
    app().editSide('solution')
    app().setPolicyText('app', text(read))
    app().stopWriting()
    expect(textNow()).toBe(begin)
    expect(lesson()).toBeUndefined()
    undo()
    expect(lesson()?.solution?.[0]?.text).toBe(text(read))
  })
})

describe('locks', () => {
  beforeEach(() => app().writeChallenge())
  const rules = () => lesson()?.mustNot
  const names = () => {
    const [policy] = app().workspace.policies
    return policy ? lockedParts(app(), policy).map(({ name }) => name) : []
  }

  it('lie on the statements of the selection, else on the policy', () => {
    select('s3:ListBucket')
    app().lockSelection()
    expect(rules()).toEqual(['change app#1'])
    expect(names()).toEqual(['List'])
    undo()
    expect(rules()).toBeUndefined()
    app().setPolicyText('app', begin.replace('[', '\n['))
    select('2012-10-17')
    app().lockSelection()
    expect(rules()).toEqual(['change app'])
    expect(names()).toEqual(['app'])
  })

  it('are taken back without what was written since', () => {
    app().editLesson({ goal: 'Only.', debrief: 'So.' })
    select('s3:ListBucket')
    app().lockSelection()
    app().editLesson({ goal: 'Only reports.', debrief: '' })
    undo()
    expect(lesson()).toEqual({ kind: 'challenge', goal: 'Only reports.' })
  })

  it('lie on the statements of the line that the caret stands in', () => {
    app().setPolicyText('app', begin.replaceAll('{"Sid"', '\n  {"Sid"'))
    app().setCaret({ policy: 'app', offset: (textNow()?.indexOf('{"Sid":"List"') ?? 0) - 2 })
    app().lockSelection()
    expect(rules()).toEqual(['change app#1'])
  })

  it('follow a statement while the start is edited', () => {
    select('s3:ListBucket')
    app().lockSelection()
    app().setPolicyText('app', text(statement('New', 's3:PutObject'), read, list))
    expect(rules()).toEqual(['change app#2'])
    // The locked statement itself is being edited.
    app().setPolicyText('app', text(statement('New', 's3:PutObject'), read, list.slice(0, -1)))
    expect(rules()).toEqual(['change app#2'])
  })

  it('are made of the start only', () => {
    app().editSide('solution')
    app().setPolicyText('app', text(statement('New', 's3:PutObject'), list))
    select('s3:PutObject')
    app().lockSelection()
    expect(rules()).toBeUndefined()
    expect(app().notices[0]?.text).toBe('Only what is in the start can be locked.')
    select('s3:ListBucket')
    app().lockSelection()
    // Its place in the start, not in the solution.
    expect(rules()).toEqual(['change app#1'])
    expect(names()).toEqual(['List'])
  })

  it('follow a policy to its new name, on both sides', () => {
    select('s3:ListBucket')
    app().lockSelection()
    app().copyAcross()
    app().renamePolicy('app', 'role')
    expect(rules()).toEqual(['change role#1'])
    expect(lesson()?.solution?.[0]?.name).toBe('role')
  })

  it('of the whole policy take the place of those of its statements', () => {
    select('s3:ListBucket')
    app().lockSelection()
    app().lockPolicy('app', true)
    expect(rules()).toEqual(['change app'])
    app().lockPolicy('app', false)
    expect(rules()).toBeUndefined()
  })
})

describe('a learner with a locked statement', () => {
  beforeEach(() => {
    app().writeChallenge()
    select('s3:ListBucket')
    app().lockSelection()
    app().previewChallenge()
  })

  it('edits beside it, also to what is no JSON', () => {
    const broken = begin.replace('"s3:GetObject"', '"s3:Get')
    app().setPolicyText('app', broken)
    expect(textNow()).toBe(broken)
    app().setPolicyText('app', begin)
    app().setPolicyText('app', text(list, statement('Mine', 's3:PutObject')))
    expect(textNow()).toContain('Mine')
  })

  it.each([
    ['an edit', begin.replace('ListBucket', 'ListBuckets')],
    ['its removal', text(read)],
    ['a text that replaces everything', text(statement('Mine', 's3:*'))],
  ])('is refused %s', (_, wanted) => {
    app().setPolicyText('app', wanted)
    expect(textNow()).toBe(begin)
    expect(app().notices[0]?.text).toBe('List is locked by the author. It stays as it is.')
  })

  it('may lay it out anew', () => {
    const laidOut = JSON.stringify(JSON.parse(begin), null, 2)
    app().setPolicyText('app', laidOut)
    expect(textNow()).toBe(laidOut)
  })
})

it('a preview is the challenge as it is shared, and leaving it comes back to writing', () => {
  app().writeChallenge()
  app().editLesson({ goal: 'Only reports.' })
  app().editSide('solution')
  app().setPolicyText('app', text(read))
  const writing = app().workspace
  app().previewChallenge()
  expect(textNow()).toBe(begin)
  expect(app().exercise).toMatchObject({
    key: previewKey,
    lesson: { lesson: { goal: 'Only reports.' } },
  })
  expect(app().exercise?.lesson.lesson).not.toHaveProperty('solution')
  app().setPolicyText('app', 'tried')
  app().leaveExercise()
  expect(app().workspace).toBe(writing)
  app().includeSolution(true)
  app().previewChallenge()
  expect(app().exercise?.lesson.lesson?.solution?.[0]?.text).toBe(text(read))
})

it('another workspace does not take over the wish to include the solution', () => {
  app().writeChallenge()
  app().includeSolution(true)
  app().previewChallenge()
  app().leaveExercise()
  expect(app().solutionIncluded).toBe(true)
  app().newWorkspace()
  expect(app().solutionIncluded).toBe(false)
  undo()
  expect(app().solutionIncluded).toBe(true)
})

it('an added test is on the screen', () => {
  app().writeChallenge()
  const [first] = app().workspace.scenarios
  if (first) app().addTest({ ...first, name: 'another' })
  expect(app().workspace.scenarios[app().selectedScenario]?.name).toBe('another')
})
