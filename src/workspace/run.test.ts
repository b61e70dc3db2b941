import { describe, expect, it } from 'vitest'
import { readPolicy } from '#policy'
import { meets, runScenario } from './run.ts'
import type { Scenario, WorkspacePolicy } from './workspace.ts'

const scenario: Scenario = {
  name: 's',
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv', account: '111122223333' },
}

const textOf = (Effect: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect, Action: '*', Resource: '*' } })
const policy = (name: string, changes: Partial<WorkspacePolicy> = {}): WorkspacePolicy => ({
  name,
  type: 'identity',
  enabled: true,
  text: textOf('Allow'),
  ...changes,
})

function run(policies: readonly WorkspacePolicy[], expect_?: Scenario['expect']) {
  return runScenario({ policies }, { ...scenario, ...(expect_ && { expect: expect_ }) })
}

describe('runScenario', () => {
  it('evaluates the enabled policies', () => {
    const deny = policy('deny', { text: textOf('Deny') })
    expect(run([policy('a'), deny]).decision.verdict).toBe('explicitDeny')
    expect(run([policy('a'), { ...deny, enabled: false }]).decision.verdict).toBe('allow')
    expect(run([policy('a', { enabled: false })]).decision.verdict).toBe('implicitDeny')
  })

  it('a level whose policies are all disabled does not count', () => {
    const none = textOf('Allow').replace('"*"', '"sqs:*"')
    const scp = (enabled: boolean) =>
      policy('ou', { type: 'scp', level: 'ou', text: none, enabled })
    expect(run([policy('a'), scp(true)]).decision.verdict).toBe('implicitDeny')
    expect(run([policy('a'), scp(false)]).decision.verdict).toBe('allow')
  })

  it('hands levels and attachments on', () => {
    const other = policy('b', {
      text: textOf('Deny'),
      attachedTo: ['arn:aws:iam::111122223333:user/bob'],
    })
    const { decision } = run([policy('a'), other, policy('s', { type: 'scp', level: 'root' })])
    expect(decision.verdict).toBe('allow')
    expect(decision.steps.find(({ type }) => type === 'scp')?.level).toBe('root')
  })

  it('names enabled policies whose text is no policy; a blank one is just empty', () => {
    const broken = policy('broken', { text: '{' })
    const { unread, decision } = run([
      policy('a'),
      broken,
      policy('blank', { text: ' \n' }),
      policy('off', { text: '{', enabled: false }),
    ])
    expect(unread).toEqual(['broken'])
    expect(decision.verdict).toBe('allow')
  })

  it('reads texts as it is told to', () => {
    const asked: string[] = []
    const source = readPolicy(textOf('Deny'))
    const { decision } = runScenario(
      { policies: [policy('a'), policy('b', { enabled: false })] },
      scenario,
      ({ name }) => {
        asked.push(name)
        return source
      },
    )
    expect([decision.verdict, asked]).toEqual(['explicitDeny', ['a']])
  })
})

describe('expectations', () => {
  it('pass, fail, or are none', () => {
    expect(run([policy('a')]).pass).toBeUndefined()
    expect(run([policy('a')], { decision: 'allow' }).pass).toBe(true)
    expect(run([], { decision: 'allow' }).pass).toBe(false)
  })

  it.each([
    ['allow', 'allow', true],
    ['explicitDeny', 'explicitDeny', true],
    ['explicitDeny', 'implicitDeny', false],
    ['implicitDeny', 'explicitDeny', false],
    ['deny', 'explicitDeny', true],
    ['deny', 'implicitDeny', true],
    ['deny', 'allow', false],
    ['allow', 'implicitDeny', false],
  ] as const)('%s is met by %s: %s', (decision, verdict, expected) => {
    expect(meets({ decision }, { verdict, decidedBy: [] })).toBe(expected)
  })

  it('deciding statements are a set: all of them, none more, in any order', () => {
    const [a0, a1, b0] = [
      { policy: 'a', statement: 0 },
      { policy: 'a', statement: 1 },
      { policy: 'b', statement: 0 },
    ]
    const met = (expected: readonly object[], found: readonly object[]) =>
      meets(
        { decision: 'allow', decidedBy: expected as never },
        { verdict: 'allow', decidedBy: found as never },
      )
    expect(met([a0, b0], [b0, a0])).toBe(true)
    expect(met([a0, a0], [a0])).toBe(true)
    expect(met([], [])).toBe(true)
    expect(met([a0], [a0, b0])).toBe(false)
    expect(met([a0, b0], [a0])).toBe(false)
    expect(met([a0], [a1])).toBe(false)
    expect(met([{ policy: 'a 1', statement: 0 }], [{ policy: 'a', statement: 10 }])).toBe(false)
    expect(meets({ decision: 'allow' }, { verdict: 'allow', decidedBy: [a0] })).toBe(true)
    expect(
      meets({ decision: 'deny', decidedBy: [a0] }, { verdict: 'allow', decidedBy: [a0] }),
    ).toBe(false)
  })
})
