import { expect, test } from 'vitest'
import { runChecks } from '#checks'
import type { Scenario, WorkspacePolicy } from '#workspace'
import { checkLimits, findings, isChecked } from './derived.ts'
import { noFacts } from './facts.ts'
import { testResults } from './tests.ts'

const statement = { Effect: 'Allow', Action: '*', Resource: '*' }
const policy = (name: string, statements = 1): WorkspacePolicy => ({
  name,
  type: 'identity',
  enabled: true,
  text: JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: statements }, () => statement),
  }),
})
const request = (name: string): Scenario => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
})
const facts = { ...noFacts, runChecks }

test('of very many policies the first are checked, and every one is read', () => {
  const policies = Array.from({ length: checkLimits.policies + 2 }, (_, index) =>
    policy(`p${index}`),
  )
  const workspace = { policies, scenarios: [] }
  const [first, last] = [policies[0]!, policies.at(-1)!]
  expect(isChecked(workspace, first)).toBe(true)
  expect(findings({ workspace, facts }, first)).not.toEqual([])
  expect(isChecked(workspace, last)).toBe(false)
  expect(findings({ workspace, facts }, last)).toEqual([])

  const broken = { ...last, text: '{' }
  const edited = { policies: policies.with(-1, broken), scenarios: [] }
  expect(findings({ workspace: edited, facts }, broken)).not.toEqual([])
})

test('a policy beyond all sizes is read, not checked', () => {
  const [most, more] = [policy('most', checkLimits.statements), policy('more', 301)]
  const workspace = { policies: [most, more], scenarios: [] }
  expect(isChecked(workspace, most)).toBe(true)
  expect(isChecked(workspace, more)).toBe(false)
})

test('as many tests are decided as policies leave time for, but always some', () => {
  const policies = Array.from({ length: 2000 }, (_, index) => policy(`p${index}`))
  const scenarios = Array.from({ length: 30 }, (_, index) => request(`r${index}`))
  const kinds = testResults({ policies, scenarios }).map(({ kind }) => kind)
  expect(kinds.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'decided'))
  expect(kinds.slice(20)).toEqual(Array.from({ length: 10 }, () => 'waiting'))
  const few = testResults({ policies: policies.slice(0, 3), scenarios })
  expect(few.every(({ kind }) => kind === 'decided')).toBe(true)
})
