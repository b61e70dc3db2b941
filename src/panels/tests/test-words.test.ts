import { expect, test } from 'vitest'
import { createAppStore, testResults } from '#store'
import { testWords } from './test-words.ts'

const words = (effect: 'Allow' | 'Deny' | 'none', decision: string) => {
  const statement = effect === 'none' ? [] : { Effect: effect, Action: '*', Resource: '*' }
  const { workspace } = createAppStore({
    sidelight: 1,
    policies: [{ name: 'p', type: 'identity', text: JSON.stringify({ Statement: statement }) }],
    scenarios: [
      {
        name: 'one',
        principal: { arn: 'arn:aws:iam::111122223333:role/app' },
        action: 's3:GetObject',
        resource: { arn: '*' },
        expect: { decision },
      },
    ],
  }).getState()
  return testWords(testResults(workspace)[0]!).words
}

test.each([
  ['Allow', 'allow', 'allowed as wanted'],
  ['Deny', 'deny', 'denied as wanted'],
  ['none', 'deny', 'denied as wanted'],
  ['Deny', 'allow', 'denied, should be allowed'],
  ['Allow', 'explicitDeny', 'allowed, should be denied'],
  ['none', 'explicitDeny', 'denied as nothing allows it, should be an explicit deny'],
  ['Deny', 'implicitDeny', 'denied by an explicit deny, should only lack an allow'],
] as const)('%s, expected %s: %s', (effect, expected, said) => {
  expect(words(effect, expected)).toBe(said)
})
