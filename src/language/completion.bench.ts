/**
 * What the list of completions costs per keystroke, over all of AWS's actions. The policy has fifteen statements; the caret is in
 * the last one.
 */
import { readMarkedText, readPolicy } from '#policy'
import { accessRequest } from '#request'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { complete } from './complete.ts'
import type { Situation } from './completion.ts'
import { explainAt } from './explain-at.ts'
import { samplePolicy } from './keystroke.bench.ts'
import { lenses } from './lenses.ts'

/** Milliseconds of one call: the median of many. */
function milliseconds(run: () => unknown): number {
  for (let index = 0; index < 10; index++) run()
  const took = Array.from({ length: 50 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return took[took.length >> 1] ?? 0
}

export default function bench(): void {
  const reference = referenceFromDisk()
  const requests = Array.from({ length: 20 }, (_, index) => ({
    principal: { arn: `arn:aws:iam::111122223333:role/app-${index}`, tags: { team: 'red' } },
    action: 's3:GetObject',
    resource: { arn: `arn:aws:s3:::reports-${index}/q3.csv` },
  }))
  const body = samplePolicy(15).replace(/\n {2}\]\n\}$/u, '')
  const sources = [readPolicy(samplePolicy(15)), readPolicy(samplePolicy(5))]
  const [first] = requests
  const situation: Situation = {
    reference,
    requests,
    sources,
    ...(first ? { request: accessRequest(first) } : {}),
  }
  const places = {
    'a service': '"Action": ["‸"]',
    g: '"Action": ["g‸"]',
    gbp: '"Action": ["gbp‸"]',
    getbucketpol: '"Action": ["getbucketpol‸"]',
    'ec2:': '"Action": ["ec2:‸"]',
    'connect:uug': '"Action": ["connect:uug‸"]',
    's3:*Acl': '"Action": ["s3:*Acl‸"]',
    'a resource of s3:*': '"Action": ["s3:*"], "Resource": ["‸"]',
    'a resource of ec2:*': '"Action": ["ec2:*"], "Resource": ["‸"]',
    'part of an ARN of ec2:*': '"Action": ["ec2:*"], "Resource": ["arn:aws:ec2:*:*:‸"]',
    'a key of ec2:*': '"Action": ["ec2:*"], "Resource": "*", "Condition": {"StringEquals": {"‸"}}',
    'a value': '"Action": ["s3:*"], "Condition": {"StringEquals": {"aws:RequestedRegion": "‸"}}',
  }
  const rows = Object.entries(places).map(([name, inside]) => {
    const { text, cursor = 0 } = readMarkedText(`${body},{"Effect": "Allow", ${inside}}]}`)
    const source = readPolicy(text)
    const completing = milliseconds(() => complete(source, 'identity', cursor, situation))
    return [
      name,
      {
        ms: Number(completing.toFixed(3)),
        offers: complete(source, 'identity', cursor, situation).length,
      },
    ] as const
  })
  console.table(Object.fromEntries(rows))
  const { text, cursor = 0 } = readMarkedText(
    `${body},{"Effect": "Allow", "Action": ["ec2:De‸scribe*", "ec2:*"], "Resource": "*"}]}`,
  )
  const source = readPolicy(text)
  console.log(
    `Explaining a wildcard: ${milliseconds(() => explainAt(source, cursor, undefined, undefined, reference)).toFixed(3)} ms; lenses of the policy: ${milliseconds(() => lenses(source, reference)).toFixed(3)} ms`,
  )
}
