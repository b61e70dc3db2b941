import { expect, test } from 'vitest'
import { evaluate } from '#evaluator'
import { readMarkedText, readPolicy } from '#policy'
import { accessRequest } from '#request'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { explainAt } from './explain-at.ts'

const reference = referenceFromDisk()
const request = accessRequest({
  principal: { arn: 'arn:aws:iam::111122223333:role/app' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
})

function explained(inside: string) {
  const {
    text,
    cursor = 0,
    spans,
  } = readMarkedText(`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ${inside}}]}`)
  const source = readPolicy(text)
  const decision = evaluate(request, [{ name: 'p', type: 'identity', document: source.document }])
  const told = explainAt(source, cursor, decision, 'p', reference)
  if (!told) throw new Error('nothing is said')
  if (spans.length > 0) expect(told.spans).toEqual(spans)
  return { ...told, facts: new Map(told.facts) }
}

test('an action: what it does, its level, resource types, keys, page', () => {
  const { paragraphs, facts, link } = explained('"Action": «"s3:GetO‸bject"», "Resource": "*"')
  expect(paragraphs).toEqual([
    'Retrieve objects from Amazon S3.',
    'In this request: matches s3:GetObject.',
  ])
  expect(facts.get('Access level')).toBe('Read')
  expect([...facts.values()]).toContain('arn:Partition:s3:::BucketName/ObjectName')
  expect(facts.get('Condition keys')).toContain('s3:authType')
  expect(link).toContain('list_amazons3.html#amazons3-GetObject')
})

test('an action with a companion', () => {
  const { facts } = explained('"Action": "lambda:CreateFunct‸ion", "Resource": "*"')
  expect(facts.get('Also needs')).toContain('iam:PassRole')
})

test('a wildcard: how many it matches, by level, and the first ten', () => {
  const { facts } = explained('"Action": "s3:Ge‸t*", "Resource": "*"')
  expect(facts.get('Matches')).toMatch(/^\d+ actions: \d+ Read/u)
  expect(facts.get('First 10')).toMatch(/ and \d+ more$/u)
})

test('a service prefix', () => {
  const { title, paragraphs, facts } = explained('"Action": "«s‸3»:Get*", "Resource": "*"')
  expect(title).toBe('s3')
  expect(paragraphs[0]).toContain('Amazon S3')
  expect(facts.get('Resource control policies')).toBe('apply')
})

test('names that AWS does not list', () => {
  expect(explained('"Action": "s3:HeadObj‸ect", "Resource": "*"').paragraphs[0]).toContain(
    's3:GetObject allows it',
  )
  expect(explained('"Action": "s3:GetObj‸", "Resource": "*"').paragraphs[1]).toBe(
    'AWS lists no such action of Amazon S3.',
  )
  expect(explained('"Action": "s9‸:GetObject", "Resource": "*"').paragraphs[0]).toBe(
    'AWS lists no service with the prefix s9.',
  )
})

test('an ARN: its type and the actions that use it', () => {
  const { facts } = explained(
    '"Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::repo‸rts/*"',
  )
  expect(facts.get('Resource type')).toBe('object')
  expect(facts.get('Used by')).toBe('s3:GetObject')
  expect(facts.get('Not by')).toBe('s3:ListBucket')
})

test('a key: its type, and the actions that carry it', () => {
  const { paragraphs, facts } = explained(
    '"Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*", "Condition": {"StringEquals": {"s3:pre‸fix": "a"}}',
  )
  expect(paragraphs.at(-1)).toBe("In this request: s3:prefix isn't in the request.")
  expect(facts.get('Type')).toBe('text')
  expect(facts.get('Carried by')).toBe('s3:ListBucket')
  expect(facts.get('Not by')).toBe('s3:GetObject')
})

test('a global key has its page', () => {
  expect(
    explained('"Action": "*", "Condition": {"IpAddress": {"aws:Sour‸ceIp": "10.0.0.0/8"}}').link,
  ).toContain('condition-keys-sourceip')
})

test('a service as principal', () => {
  const { facts } = explained(
    '"Principal": {"Service": "cloudtrail.ama‸zonaws.com"}, "Action": "*"',
  )
  expect(facts.get('Service')).toBe('AWS CloudTrail')
})
