/**
 * What a keystroke costs: reading the text, evaluating with the full trace, and the marks for the editor. Policies of growing
 * size, each statement with three actions, two resources and two conditions; a quarter of them reach the request's resource.
 */
import { evaluate } from '#evaluator'
import { readPolicy } from '#policy'
import { accessRequest, type AccessRequest } from '#request'
import { highlights } from './highlights.ts'

export function samplePolicy(statements: number): string {
  const services = ['s3', 'connect', 'dynamodb', 'sqs', 'ec2', 'lambda', 'kms', 'logs']
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: Array.from({ length: statements }, (_, index) => {
        const service = services[index % services.length] ?? 's3'
        return {
          Sid: `Statement${index}`,
          Effect: index % 7 === 6 ? 'Deny' : 'Allow',
          Action: [`${service}:Get*`, `${service}:List${index}*`, `${service}:Put?bject`],
          Resource: [
            `arn:aws:${service}:*:111122223333:table/team-${index % 9}/*`,
            `arn:aws:${service}:::reports-${index % 4}/\${aws:username}/*`,
          ],
          Condition: {
            StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue', `team-${index}`] },
            IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] },
          },
        }
      }),
    },
    null,
    2,
  )
}

function requests(): readonly AccessRequest[] {
  return [0, 1, 2, 3].map((number) =>
    accessRequest({
      principal: { arn: 'arn:aws:iam::111122223333:user/alice', tags: { team: 'red' } },
      action: number % 2 ? 's3:GetObject' : 'connect:DescribeUser',
      resource: {
        arn: `arn:aws:s3:::reports-${number}/alice/2026/q3.csv`,
        account: '111122223333',
      },
      context: { 'aws:SourceIp': '203.0.113.7' },
    }),
  )
}

/** Microseconds of one call: the median of several rounds, each long enough for the clock. */
function microseconds(run: (round: number) => unknown): number {
  const rounds: number[] = []
  let calls = 1
  for (let round = 0; round < 15; round++) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) run(call)
    const took = performance.now() - start
    if (took < 20) {
      calls *= 2
      round--
      continue
    }
    rounds.push((took * 1000) / calls)
  }
  return rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0
}

export default function bench(): void {
  const asked = requests()
  const pick = (round: number) => asked[round % asked.length] as AccessRequest
  const rows = [1, 20, 200, 2000].map((statements) => {
    const text = samplePolicy(statements)
    const attached = (policyText: string) => [
      { name: 'p', type: 'identity' as const, document: readPolicy(policyText).document },
    ]
    const ready = attached(text)
    const read = microseconds(() => readPolicy(text))
    const decide = microseconds((round) => evaluate(pick(round), ready))
    const all = microseconds((round) => highlights(evaluate(pick(round), attached(text)), 'p'))
    const each = (value: number) => (value / statements).toFixed(3)
    return {
      statements,
      characters: text.length,
      'read µs/st': each(read),
      'evaluate+trace µs/st': each(decide),
      'read+evaluate+highlights µs/st': each(all),
      'requests/s': Math.round(1e6 / decide),
    }
  })
  console.table(rows)
  const count = statementsOf(6144)
  const text = samplePolicy(count)
  const whole = microseconds((round) =>
    highlights(
      evaluate(pick(round), [{ name: 'p', type: 'identity', document: readPolicy(text).document }]),
      'p',
    ),
  )
  console.log(
    `A keystroke in a policy of ${text.length} characters (${count} statements): ${(whole / 1000).toFixed(3)} ms`,
  )
}

/** As many statements as fit into that many characters. */
function statementsOf(characters: number): number {
  let count = 1
  while (samplePolicy(count + 1).length <= characters) count++
  return count
}
