import { expect, test } from 'vitest'
import { evaluate } from '#evaluator'
import { readPolicy } from '#policy'
import { accessRequest } from '#request'
import { evaluationSteps } from './evaluation-steps.ts'
import { traceTree } from './trace-tree.ts'

const allow = (Sid: string, Resource: string) => ({
  Sid,
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource,
})

function steps(policies: Readonly<Record<string, unknown>>): readonly string[] {
  const sources = new Map(
    Object.entries(policies).map(([name, Statement]) => [
      name,
      readPolicy(JSON.stringify({ Version: '2012-10-17', Statement })),
    ]),
  )
  const decision = evaluate(
    accessRequest({
      principal: { arn: 'arn:aws:iam::111122223333:role/app' },
      action: 's3:GetObject',
      resource: { arn: 'arn:aws:s3:::reports/a.csv' },
    }),
    [...sources].map(([name, { document }]) => ({
      name,
      type: name === 'guardrails' ? ('scp' as const) : ('identity' as const),
      document,
    })),
  )
  return evaluationSteps(traceTree(decision, sources)).map(({ text }) => text)
}

test('parts come before their statement, statements before their layer, absent layers not at all', () => {
  expect(
    steps({
      app: [allow('Other', 'arn:aws:s3:::else/*'), allow('Reports', 'arn:aws:s3:::reports/*')],
    }).map((text) => text.replace(/ \(.*?\)|:.*/gu, '')),
  ).toEqual([
    'Action matches',
    "Resource doesn't match",
    'Other',
    'Action matches',
    'Resource matches',
    'Reports',
    'Identity',
  ])
})

test('a layer says its outcome after the last of its policies', () => {
  const found = steps({ guardrails: allow('All', '*'), app: allow('Reports', '*') })
  expect(found.filter((text) => /^(?:SCP|Identity)/u.test(text))).toEqual([
    expect.stringMatching(/^SCP.*allows this request/u),
    expect.stringMatching(/^Identity: Reports in app allows this request/u),
  ])
  expect(found.at(-1)).toMatch(/^Identity/u)
})
