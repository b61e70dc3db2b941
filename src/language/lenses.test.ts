import { expect, test } from 'vitest'
import { markSpans, readPolicy } from '#policy'
import { actionsMatching, emptyReference } from '#reference'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { lenses } from './lenses.ts'

const reference = referenceFromDisk()

function shown(statement: string) {
  const text = `{"Statement": [${statement}]}`
  const found = lenses(readPolicy(text), reference)
  return {
    marked: markSpans(
      text,
      found.map(({ span }) => span),
    ).slice('{"Statement": ['.length, -2),
    words: found.map(({ words }) => words),
    tooltips: found.map(({ tooltip }) => tooltip),
  }
}

const count = (pattern: string) => {
  const actions = actionsMatching(reference, pattern)
  return actions === 'notLoaded' ? 0 : actions.length
}

test('behind wildcards and the effect', () => {
  const { marked, words, tooltips } = shown(
    '{"Effect": "Allow", "Action": ["sqs:Send*", "s3:Get*", "kms:Decrypt"], "Resource": ["a", "b"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}',
  )
  expect(marked).toBe(
    '{"Effect": «"Allow"», "Action": [«"sqs:Send*"», «"s3:Get*"», "kms:Decrypt"], "Resource": ["a", "b"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}',
  )
  const sum = count('sqs:Send*') + count('s3:Get*') + 1
  expect(words).toEqual([
    `allows ${sum} actions on 2 resources, when 1 condition holds`,
    `${count('sqs:Send*')} ${count('sqs:Send*') === 1 ? 'action' : 'actions'}`,
    `${count('s3:Get*')} actions`,
  ])
  expect(tooltips[2]).toMatch(/^\d+ Read: .+ and \d+ more\.$/u)
})

test.each([
  [
    '{"Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*"}',
    /^denies all but \d+ actions on every resource$/u,
  ],
  [
    '{"Effect": "Allow", "Action": "*", "NotResource": "x"}',
    /^allows every action on all but 1 resource$/u,
  ],
])('%s', (statement, words) => {
  expect(shown(statement).words[0]).toMatch(words)
})

test('nothing behind the effect of a single action', () => {
  expect(
    shown('{"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:sendmessage"]}').words,
  ).toEqual([])
})

test('a wildcard that matches nothing says so', () => {
  expect(shown('{"Action": "s3:Gte*"}')).toMatchObject({
    words: ['0 actions'],
    tooltips: ['AWS lists no action that this matches.'],
  })
})

test('nothing before the names are loaded', () => {
  const source = readPolicy('{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}')
  expect(lenses(source, emptyReference)).toEqual([])
})
