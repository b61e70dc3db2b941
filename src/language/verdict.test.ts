import { describe, expect, test } from 'vitest'
import { evaluate } from '#evaluator'
import { readPolicy, type PolicyType } from '#policy'
import { accessRequest, type RequestInput } from '#request'
import { traceTree, type TraceNode } from './trace-tree.ts'
import { explainVerdict } from './verdict.ts'

const analyst: RequestInput = {
  principal: { arn: 'arn:aws:iam::111122223333:role/analyst' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv', account: '111122223333' },
}

interface Named {
  readonly type: PolicyType
  readonly level?: string
  readonly text: string
}

function look(policies: Readonly<Record<string, Named>>, request: Partial<RequestInput> = {}) {
  const sources = new Map(
    Object.entries(policies).map(([name, { text }]) => [name, readPolicy(text)]),
  )
  const attached = Object.entries(policies).map(([name, { type, level }]) => ({
    name,
    type,
    ...(level === undefined ? {} : { level }),
    document: sources.get(name)?.document,
  }))
  const decision = evaluate(accessRequest({ ...analyst, ...request }), attached)
  return { ...explainVerdict(decision, sources), tree: traceTree(decision, sources) }
}

const policy = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const allow = (Sid: string, Action: string, more: object = {}) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})
const identity = (...statements: object[]): Named => ({
  type: 'identity',
  text: policy(...statements),
})

const reads = identity(allow('ReadReports', 's3:Get*'))

describe('the sentence', () => {
  test('allowed: the statement that grants, not the ceilings that let it', () => {
    const { heading, sentence, statements } = look({
      'app-role': reads,
      limit: { type: 'boundary', text: policy(allow('Everything', '*')) },
    })
    expect(heading).toBe('Allowed')
    expect(sentence).toBe(
      'Statement ReadReports (app-role, lines 4–9) allows s3:GetObject. Nothing denies it.',
    )
    expect(statements.map(({ name, policyName, lines }) => [name, policyName, lines])).toEqual([
      ['ReadReports', 'app-role', 'lines 4–9'],
      ['Everything', 'limit', 'lines 4–9'],
    ])
  })

  test('explicitly denied: who denies, and how many allows that beats', () => {
    const { heading, sentence } = look({
      'app-role': reads,
      guardrails: {
        type: 'scp',
        text: policy({ Sid: 'DenyAll', Effect: 'Deny', Action: '*', Resource: '*' }),
      },
    })
    expect(heading).toBe('Denied: explicit deny')
    expect(sentence).toBe(
      'Statement DenyAll (guardrails, lines 4–9) denies it. An explicit deny beats every allow (1 also matched).',
    )
  })

  test.each<[string, Readonly<Record<string, Named>>, Partial<RequestInput>, string]>([
    [
      'nothing at all',
      {},
      {},
      'There is no identity policy that could allow s3:GetObject on this object.',
    ],
    [
      'no statement',
      { p: identity(allow('A', 's3:Put*')) },
      {},
      'No statement in the identity policies allows s3:GetObject on this object.',
    ],
    [
      'a boundary',
      { 'app-role': reads, limit: { type: 'boundary', text: policy(allow('A', 'ec2:*')) } },
      {},
      "The permissions boundary doesn't allow it, so the allow in app-role has no effect.",
    ],
    [
      'an SCP level',
      {
        'app-role': reads,
        ou: { type: 'scp', level: 'workloads', text: policy(allow('A', 'ec2:*')) },
      },
      {},
      'No SCP at workloads allows it, so the allow in app-role has no effect.',
    ],
    [
      'the other account',
      { 'app-role': reads },
      { resource: { arn: 'arn:aws:s3:::reports/q3.csv', account: '444455556666' } },
      "The resource policy doesn't allow it, so the allow in app-role has no effect.",
    ],
    [
      'no identity to have policies',
      { 'app-role': reads },
      { principal: { anonymous: true } },
      'There is no resource policy, and nothing else can allow this principal.',
    ],
    [
      'a key policy',
      { 'app-role': identity(allow('A', 'kms:*')) },
      { action: 'kms:Decrypt', resource: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/k' } },
      "The key policy doesn't allow it, so the allow in app-role has no effect.",
    ],
    [
      'a trust policy',
      {},
      { action: 'sts:AssumeRole', resource: { arn: 'arn:aws:iam::111122223333:role/app' } },
      'There is no trust policy, and without one nobody can assume the role.',
    ],
    [
      'the root user and roles',
      {},
      {
        principal: { arn: 'arn:aws:iam::111122223333:root' },
        action: 'sts:AssumeRole',
        resource: { arn: 'arn:aws:iam::111122223333:role/app' },
      },
      'AWS never lets a root user assume a role, whatever the policies say.',
    ],
  ])('implicitly denied for want of %s', (_, policies, request, sentence) => {
    const told = look(policies, request)
    expect(told.heading).toBe('Denied: nothing allows it')
    expect(told.sentence).toBe(sentence)
    expect(told.statements).toEqual([])
  })

  test('allowed with nothing to point at', () => {
    expect(look({}, { principal: { arn: 'arn:aws:iam::111122223333:root' } }).sentence).toBe(
      'The root user of 111122223333 may do everything in its own account. Nothing denies it.',
    )
    expect(look({}, { action: 'sts:GetCallerIdentity', resource: { arn: '*' } }).sentence).toBe(
      "sts:GetCallerIdentity needs no permission and can't be denied.",
    )
  })
})

describe('near misses', () => {
  test('the closest comes first: a typing error, a condition, the resource', () => {
    const { nearest } = look({
      p: identity(
        allow('Elsewhere', 's3:GetObject', { Resource: 'arn:aws:s3:::other/*' }),
        allow('Mfa', 's3:*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
        allow('Typo', 's3:GetObjects'),
        allow('Far', 'ec2:*'),
      ),
    })
    expect(nearest.map(({ words }) => words)).toEqual([
      "Closest: statement Typo (p, lines 21–26). One character of the action differs: the request's action is s3:GetObject.",
      "Also close: statement Mfa (p, lines 10–20). Only a condition isn't met: aws:MultiFactorAuthPresent isn't in the request.",
      'Also close: statement Elsewhere (p, lines 4–9). Only the resource differs.',
    ])
  })

  test('only layers whose allow was missing have them', () => {
    const { nearest } = look({
      p: identity(
        allow('Reads', 's3:*'),
        allow('Near', 's3:*', { Resource: 'arn:aws:s3:::other' }),
      ),
      limit: {
        type: 'boundary',
        text: policy(allow('Narrow', 's3:*', { Resource: 'arn:aws:s3:::other' })),
      },
    })
    expect(nearest.map(({ name }) => name)).toEqual(['Narrow'])
  })

  test('a Deny is never one', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::other' }
    expect(look({ p: identity(deny) }).nearest).toEqual([])
  })
})

test('layers say what they say', () => {
  const { layers } = look({
    'app-role': reads,
    root: { type: 'scp', level: 'root', text: policy(allow('All', '*')) },
    limit: { type: 'boundary', text: policy(allow('A', 'ec2:*')) },
  })
  const said = Object.fromEntries(layers.map(({ label, words }) => [label, words]))
  expect(said).toMatchObject({
    'SCP at root': 'All in root allows this request.',
    Identity: 'ReadReports in app-role allows this request.',
    Boundary: 'No statement matches this request.',
    Endpoint: 'No endpoint policy: the default one allows everything.',
  })
})

test('a policy without a text is empty, which is no fault of it', () => {
  const { notes, layers } = look({ draft: { type: 'identity', text: ' \n' } })
  expect(notes).toContain('draft plays no part: it is empty.')
  expect(layers.find(({ type }) => type === 'identity')?.words).toBe('Not consulted: it is empty.')
})

test('notes name a policy that was not read, a special rule, and what is not modelled', () => {
  const { notes } = look(
    { broken: { type: 'identity', text: '{' } },
    { action: 'kms:Decrypt', resource: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/k' } },
  )
  expect(notes).toEqual([
    "broken plays no part: AWS wouldn't accept this text as a policy.",
    'For a KMS key, identity policies count only as far as the key policy leaves it to them.',
    "KMS grants aren't modelled and could change this answer.",
  ])
})

describe('the trace as a tree', () => {
  const flat = (nodes: readonly TraceNode[]): readonly TraceNode[] =>
    nodes.flatMap((node) => [node, ...flat(node.children)])

  const { tree } = look(
    {
      'app-role': identity(
        allow('Reads', 's3:*', {
          Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } },
        }),
        { Effect: 'Allow', Resource: '*' },
      ),
    },
    { context: { 'aws:SourceIp': '198.51.100.7' } },
  )

  test('layer, policy, statement, part, value', () => {
    const layer = tree.find(({ id }) => id === 'identity')
    expect(
      flat(layer ? [layer] : []).map(({ kind, text, state }) => `${kind} ${state}: ${text}`),
    ).toEqual([
      'layer unmatched: Identity: No statement matches this request.',
      'policy unmatched: Identity policy app-role: 0 of 2 statements apply',
      "statement unmatched: Reads (lines 4–17): Allow, doesn't apply",
      'part matched: Action matches: matches s3:GetObject',
      'value matched: s3:*: matches s3:GetObject',
      'part matched: Resource matches: matches every resource',
      'value matched: *: matches arn:aws:s3:::reports/q3.csv',
      "part unmatched: Condition IpAddress on aws:SourceIp doesn't match: is 198.51.100.7",
      'value neutral: In the request: 198.51.100.7',
      "value unmatched: 203.0.113.0/24: doesn't fit the request",
      "value unmatched: 10.0.0.0/8: doesn't fit the request",
      'statement unmatched: Statement 2 (lines 18–21): Allow, matches nothing',
      'part unmatched: Action is missing',
      'part matched: Resource matches: matches every resource',
      'value matched: *: matches arn:aws:s3:::reports/q3.csv',
    ])
  })

  test('every line has its own id, and every line of a policy a place', () => {
    const nodes = flat(tree)
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
    for (const { kind, place, text } of nodes)
      if (kind !== 'layer' && !text.startsWith('In the request'))
        expect(place?.policy).toBe('app-role')
  })
})
