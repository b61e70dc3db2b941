import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '#evaluator'
import { readPolicy } from '#policy'
import { accessRequest } from '#request'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { runChecks } from './run.ts'

/** Milliseconds a call takes: the median of many, after some to warm up. */
function median(run: () => unknown, times = 60): number {
  for (let index = 0; index < 15; index++) run()
  const took = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return took[times >> 1] ?? 0
}

const actions = [
  ['s3:GetObject', 's3:PutObject*', 's3:ListBucket'],
  ['ec2:Describe*', 'ec2:RunInstances', 'ec2:CreateTags'],
  ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  ['dynamodb:*Item', 'dynamodb:Query'],
  ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
  ['connect:Describe*', 'connect:CreateUser', 'connect:TagResource'],
]
const resources = [
  'arn:aws:s3:::reports/*',
  'arn:aws:sqs:eu-central-1:111122223333:orders',
  'arn:aws:dynamodb:eu-central-1:111122223333:table/orders',
  'arn:aws:iam::111122223333:role/batch-${aws:PrincipalTag/team}',
]

/** A policy of about so many characters, with a bit of everything. */
function policyOf(characters: number): string {
  const statements: object[] = []
  const text = () => JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)
  while (text().length < characters) {
    const index = statements.length
    statements.push({
      Sid: `Statement${index}`,
      Effect: index % 4 === 3 ? 'Deny' : 'Allow',
      Action: actions[index % actions.length],
      Resource: resources.map((resource) => resource.replace('reports', `reports-${index}`)),
      Condition: {
        StringEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    })
  }
  return text()
}

/** Reading, checking and evaluating one policy: what a keystroke costs. Budget: 5 ms for 6,144 characters, 50 ms for 100 KB. */
export default function bench(): void {
  const reference = referenceFromDisk()
  const request = accessRequest({
    principal: { arn: 'arn:aws:iam::111122223333:user/Ana' },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::reports-1/a' },
    context: {},
  })
  const rows = [6144, 20000, 100000].map((characters) => {
    const text = policyOf(characters)
    const source = readPolicy(text)
    const attached = [{ name: 'policy', type: 'identity' as const, document: source.document }]
    return [
      `${characters} characters`,
      {
        read: median(() => readPolicy(text)),
        checks: median(() => runChecks(source, 'identity', { reference })),
        evaluate: median(() => evaluate(request, attached)),
        findings: runChecks(source, 'identity', { reference }).length,
      },
    ] as const
  })
  const folder = join(import.meta.dirname, 'corpus', 'policies')
  const corpus = readdirSync(folder).map((name) =>
    readPolicy(readFileSync(join(folder, name), 'utf8')),
  )
  const whole = median(() => {
    for (const source of corpus) runChecks(source, 'identity', { reference })
  }, 20)
  console.table(
    Object.fromEntries([
      ...rows.map(([name, row]) => [
        name,
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, Number(value.toFixed(2))]),
        ),
      ]),
      ['the corpus, each', { checks: Number((whole / corpus.length).toFixed(2)) }],
    ]),
  )
}
