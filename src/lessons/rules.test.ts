import { describe, expect, it } from 'vitest'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { grade } from './grade.ts'
import { lockedStatements, parseRule, readRules, ruleWords, writeRule } from './rules.ts'

const policy = (text: string, more: Partial<WorkspacePolicy> = {}): WorkspacePolicy => ({
  name: 'guardrails',
  type: 'scp',
  enabled: true,
  text,
  ...more,
})

const deny = '{"Sid":"OnlyEurope","Effect":"Deny","Action":"*","Resource":"*"}'
const allow = '{"Effect":"Allow","Action":"s3:*","Resource":"*"}'
const start = policy(`{"Version":"2012-10-17","Statement":[${deny},${allow}]}`)

const lesson = (mustNot: readonly string[], policies = [start]): Workspace => ({
  policies,
  scenarios: [],
  lesson: { kind: 'challenge', mustNot },
})

const broken = (mustNot: string, answer: readonly WorkspacePolicy[]) =>
  grade(lesson([mustNot]), answer).rules.map((rule) => rule.broken)

it.each([
  'change guardrails',
  'change guardrails#0',
  'change a name#12',
  'allow-action s3:*',
  'allow-element NotAction',
  'statements 3',
  'finding some-check',
])('writes %s as it was read', (text) => {
  const rule = parseRule(text)
  expect(rule && writeRule(rule)).toBe(text)
})

describe('a locked statement', () => {
  it('is called by its Sid, else by its number', () => {
    const words = readRules(lesson(['change guardrails#0', 'change guardrails#1'])).map((rule) =>
      ruleWords(rule, [start]),
    )
    expect(words).toEqual([
      "Don't change the statement OnlyEurope of guardrails",
      "Don't change statement 2 of guardrails",
    ])
  })

  it('may be laid out anew and stand elsewhere', () => {
    const moved = policy(
      `{"Version":"2012-10-17","Statement":[${allow}, ${JSON.stringify(JSON.parse(deny), null, 4)}]}`,
    )
    expect(broken('change guardrails#0', [moved])).toEqual([false])
  })

  it('may stand in a text that is being edited', () => {
    expect(broken('change guardrails#0', [policy(`{"Statement":[${deny},{"Effect":]}`)])).toEqual([
      false,
    ])
  })

  it.each([
    ['changed', policy(start.text.replace('OnlyEurope', 'Europe'))],
    ['gone', policy(`{"Version":"2012-10-17","Statement":[${allow}]}`)],
    ['switched off', policy(start.text, { enabled: false })],
    ['in a policy of another type', policy(start.text, { type: 'identity' })],
    ['in a policy of another name', policy(start.text, { name: 'others' })],
  ])('is missed when it is %s', (_, answer) => {
    expect(broken('change guardrails#0', [answer])).toEqual([true])
  })

  it('means something else without the Version that knows variables', () => {
    const own = '{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}"}'
    const before = policy(`{"Version":"2012-10-17","Statement":${own}}`)
    const after = policy(`{"Statement":${own}}`)
    expect(grade(lesson(['change guardrails#0'], [before]), [after]).rules).toMatchObject([
      { broken: true },
    ])
  })

  it('does not count as the learner’s', () => {
    const rules = ['change guardrails#1', 'allow-action s3:*', 'statements 1']
    expect(grade(lesson(rules), [start]).rules.map((rule) => rule.broken)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('that is not there cannot be missed', () => {
    expect(lockedStatements(readRules(lesson(['change guardrails#7'])), [start])).toEqual([])
    expect(broken('change guardrails#7', [])).toEqual([false])
  })
})

it('takes a policy that is called like a statement for the policy', () => {
  const odd = policy(allow, { name: 'guardrails#0' })
  expect(readRules(lesson(['change guardrails#0'], [start, odd]))).toEqual([
    { kind: 'change', policy: 'guardrails#0' },
  ])
})
