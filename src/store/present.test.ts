import { describe, expect, test } from 'vitest'
import { presenting, stepsShown, walk, type Presenting, type Stage } from './present.ts'
import { createAppStore } from './store.ts'
import { shownDecision, verdictState } from './verdict-state.ts'

const stage = (present: Partial<Presenting>, more: Partial<Stage> = {}): Stage => ({
  present: { ...presenting, ...present },
  scenario: 1,
  scenarios: 3,
  steps: 2,
  ...more,
})

/** The request, what of its answer is seen, and how many steps of it. */
function told(at: Pick<Stage, 'present' | 'scenario'> | undefined, steps = 2) {
  return at && [at.scenario, at.present.answer, stepsShown({ present: at.present, steps })]
}

describe('request by request', () => {
  test('the next one asks first, unless that is switched off', () => {
    expect(told(walk(stage({}), 1))).toEqual([2, 'hidden', 0])
    expect(told(walk(stage({ askFirst: false }), 1))).toEqual([2, 'shown', 3])
  })

  test('the one before has been answered', () => {
    expect(told(walk(stage({ answer: 'hidden' }), -1))).toEqual([0, 'shown', 3])
  })

  test('there is nothing beyond the ends', () => {
    expect(walk(stage({}, { scenario: 2 }), 1)).toBeUndefined()
    expect(walk(stage({}, { scenario: 0 }), -1)).toBeUndefined()
  })
})

describe('step by step', () => {
  test('the steps, the verdict, then the next request without either', () => {
    let at = stage({ steps: 0, answer: 'hidden' })
    const seen = [told(at)]
    for (let press = 0; press < 4; press++) {
      at = { ...at, ...walk(at, 1) }
      seen.push(told(at))
    }
    expect(seen).toEqual([
      [1, 'hidden', 0],
      [1, 'hidden', 1],
      [1, 'hidden', 2],
      [1, 'shown', 3],
      [2, 'hidden', 0],
    ])
  })

  test('back the same way, and into the request before at its end', () => {
    let at = stage({ steps: 1, answer: 'hidden' })
    const seen = []
    for (let press = 0; press < 3; press++) {
      at = { ...at, ...walk(at, -1) }
      seen.push(told(at))
    }
    expect(seen).toEqual([
      [1, 'hidden', 0],
      [0, 'shown', 3],
      [0, 'hidden', 2],
    ])
  })

  test('an edit that shortens the evaluation leaves nothing to skip', () => {
    expect(told(walk(stage({ steps: 9, answer: 'hidden' }), 1))).toEqual([1, 'shown', 3])
  })
})

describe('a hidden verdict', () => {
  const store = createAppStore({
    sidelight: 1,
    policies: [
      {
        name: 'app',
        type: 'identity',
        document: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
        },
      },
    ],
    scenarios: ['first', 'second'].map((name) => ({
      name,
      principal: { arn: 'arn:aws:iam::111122223333:role/app' },
      action: 's3:GetObject',
      resource: { arn: 'arn:aws:s3:::reports/a.csv' },
    })),
  })

  test('is nowhere in the state of the screen, and comes back', () => {
    store.getState().setPresent(presenting)
    expect(verdictState(store.getState()).kind).toBe('decided')
    store.getState().selectScenario(1)
    expect(verdictState(store.getState())).toEqual({ kind: 'hidden' })
    expect(shownDecision(store.getState())).toBeUndefined()
    store.getState().goToDecidingStatement(1)
    expect(store.getState().focus).toBeUndefined()
    store.getState().setPresent(undefined)
    expect(verdictState(store.getState()).kind).toBe('decided')
  })

  test('nor in what a text that can’t be read leaves behind', () => {
    store.getState().setPresent({ ...presenting, answer: 'hidden' })
    store.getState().setPolicyText('app', '{')
    expect(verdictState(store.getState())).toMatchObject({ kind: 'notEvaluated', old: undefined })
  })
})

test('moving a policy keeps its text and its verdict', () => {
  const store = createAppStore({
    sidelight: 1,
    policies: ['a', 'b', 'c'].map((name) => ({ name, type: 'identity', text: name })),
    scenarios: [],
  })
  const order = () => store.getState().workspace.policies.map(({ text }) => text)
  store.getState().movePolicy('a', 1)
  expect(order()).toEqual(['b', 'a', 'c'])
  store.getState().movePolicy('a', 5)
  expect(order()).toEqual(['b', 'c', 'a'])
  store.getState().movePolicy('a', 1)
  expect(order()).toEqual(['b', 'c', 'a'])
})
