import { describe, expect, it } from 'vitest'
import type { Scenario, Workspace, WorkspacePolicy } from '#workspace'
import { attack, authorWarnings, type AuthorWarning } from './coverage.ts'
import { grade } from './grade.ts'
import { tellingRequest } from './telling-request.ts'

const identity = (...statements: readonly object[]): WorkspacePolicy => ({
  name: 'app',
  type: 'identity',
  enabled: true,
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
})

const read = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  Condition: { Bool: { 'aws:SecureTransport': 'true' } },
}

const test = (
  name: string,
  action: string,
  resource: string,
  decision: 'allow' | 'deny',
): Scenario => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:role/app' },
  action,
  resource: { arn: resource },
  context: { 'aws:SecureTransport': 'true' },
  expect: { decision },
})

const q3 = 'arn:aws:s3:::reports/q3.csv'
const reads = test('reads', 's3:GetObject', q3, 'allow')
const deletesNot = test("can't delete", 's3:DeleteObject', q3, 'deny')

const challenge = (more: Partial<Workspace> = {}, lesson: object = {}): Workspace => ({
  policies: [identity({ ...read, Action: 's3:PutObject' })],
  scenarios: [reads, deletesNot],
  lesson: { kind: 'challenge', solution: [identity(read)], ...lesson },
  ...more,
})

const kinds = (lesson: Workspace) => authorWarnings(lesson).map(({ kind }) => kind)

it('asks for tests first', () => {
  expect(authorWarnings(challenge({ scenarios: [] }))).toEqual([{ kind: 'noTests' }])
})

it('says when the start passes, and when the solution does not', () => {
  const solved = challenge({ policies: [identity(read)] })
  expect(kinds(solved)).toContain('startPasses')
  const unsolved = challenge({}, { solution: [identity({ ...read, Action: 's3:*' })] })
  expect(authorWarnings(unsolved)).toContainEqual({
    kind: 'solutionFails',
    tests: ["can't delete"],
    rules: [],
  })
  expect(kinds(challenge({}, { solution: undefined }))).toContain('noSolution')
})

it('names tests of one name once, and too few denials', () => {
  const scenarios = [reads, reads, reads, deletesNot]
  const warnings = authorWarnings(challenge({ scenarios }))
  expect(warnings.filter(({ kind }) => kind === 'sameName')).toEqual([
    { kind: 'sameName', test: 'reads' },
  ])
  expect(warnings).toContainEqual({ kind: 'fewDenials', denials: 1, total: 4 })
})

it('leaves locked statements as they are', () => {
  const guard = { Sid: 'Guard', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' }
  const lesson = challenge(
    { policies: [identity(guard)] },
    { solution: [identity(guard, read)], mustNot: ['change app#0'] },
  )
  // Everything allowed beside the guard passes: without its lock, the broken rule would hide that.
  expect(authorWarnings(lesson)).toContainEqual(
    expect.objectContaining({ kind: 'cheatPasses', cheat: 'allowEverything' }),
  )
  expect(kinds(lesson)).not.toContain('cutShort')
})

it('stops where there are more parts than any challenge has', () => {
  const actions = Array.from({ length: 1000 }, (_, index) => `s3:GetObject${index}`)
  const lesson = challenge(
    {},
    { solution: [identity({ ...read, Action: ['s3:GetObject', ...actions] })] },
  )
  expect(kinds(lesson)).toContain('cutShort')
})

it('can be stopped after any step', () => {
  const steps = attack(challenge())
  expect(steps.next().done).toBe(false)
  expect(steps.return(undefined).done).toBe(true)
})

it('is not confused by what only looks like a policy', () => {
  const text =
    '{"Version":"2012-10-17","__proto__":{"Statement":[]},"Statement":[{"__proto__":{"Effect":"Allow"},"constructor":["a","b"],"Action":["a","b"],"Condition":{"__proto__":{"x":"y"}}}]}'
  const odd = { ...identity(), text }
  const lesson = challenge({ policies: [odd] }, { solution: [odd] })
  expect(() => authorWarnings(lesson)).not.toThrow()
  expect(({} as Record<string, unknown>)['Effect']).toBeUndefined()
})

describe('a telling request', () => {
  const facts = {
    actionsOn: (service: string) =>
      service === 's3' ? ['s3:DeleteObject', 's3:PutObject', 's3:GetObject'] : [],
    fits: () => true,
  }
  const found = (lesson: Workspace, wanted: (warning: AuthorWarning) => boolean) => {
    const warning = authorWarnings(lesson).find(wanted)
    if (!warning || !('answer' in warning)) throw new Error('there is no such warning')
    const request = tellingRequest(lesson, warning.answer, facts)
    return { answer: warning.answer, request }
  }

  it.each([
    [
      'a condition that no test misses',
      challenge(),
      (warning: AuthorWarning) =>
        warning.kind === 'notNeeded' && warning.part.includes('aws:SecureTransport'),
      { action: 's3:GetObject', expect: { decision: 'deny' } },
    ],
    [
      'a resource that may be anything',
      challenge(),
      (warning: AuthorWarning) => warning.kind === 'tooWide' && warning.part.startsWith('Resource'),
      { resource: { arn: 'arn:aws:s3:::another/q3.csv' }, expect: { decision: 'deny' } },
    ],
    [
      'everything allowed',
      challenge({ scenarios: [reads] }),
      (warning: AuthorWarning) =>
        warning.kind === 'cheatPasses' && warning.cheat === 'allowEverything',
      { action: 's3:DeleteObject', expect: { decision: 'deny' } },
    ],
    [
      'everything denied',
      challenge({ scenarios: [deletesNot] }),
      (warning: AuthorWarning) =>
        warning.kind === 'cheatPasses' && warning.cheat === 'denyEverything',
      { action: 's3:GetObject', expect: { decision: 'allow' } },
    ],
  ])('is found for %s, and then nothing is left to warn of', (_, lesson, wanted, expected) => {
    const { request, answer } = found(lesson, wanted)
    expect(request).toMatchObject(expected)
    const next = { ...lesson, scenarios: [...lesson.scenarios, ...(request ? [request] : [])] }
    expect(grade(next, answer).solved).toBe(false)
    expect(grade(next, lesson.lesson?.solution ?? []).solved).toBe(true)
    expect(authorWarnings(next).some(wanted)).toBe(false)
  })

  it('has a name of its own', () => {
    const taken = test('app · s3:DeleteObject · q3.csv', 's3:GetObject', q3, 'allow')
    const lesson = challenge({ scenarios: [taken] })
    const request = tellingRequest(lesson, [identity({ ...read, Action: '*' })], facts)
    expect(request?.name).toBe('app · s3:DeleteObject · q3.csv 2')
  })

  it('is not invented where two answers decide alike', () => {
    const twice = identity(read, read)
    expect(tellingRequest(challenge(), [twice], facts)).toBeUndefined()
  })
})
