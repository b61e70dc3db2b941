import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Workspace } from '#workspace'
import { writeWorkspace } from '#workspace'
import { openInbound } from './inbound.ts'

const text = '{\n  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }\n}'
const encode = encodeURIComponent
const opened = (link: string) => {
  const found = openInbound(link)
  return found?.kind === 'opened' ? found : expect.fail(`${found?.kind}: ${link}`)
}

it('opens a policy with a request', () => {
  const principal = 'arn:aws:iam::111122223333:role/analyst'
  const { workspace, problems } = opened(
    `https://example.org/#policy=${encode(text)}&type=boundary&principal=${encode(principal)}` +
      `&action=s3:GetObject&resource=${encode('arn:aws:s3:::b/k')}&context.aws%3ASourceIp=203.0.113.7` +
      '&context.aws:TagKeys=a&context.aws:TagKeys=b&context.__proto__=x&title=Two+words&other=1',
  )
  expect(problems).toEqual([])
  expect(workspace).toEqual({
    title: 'Two words',
    policies: [{ name: 'policy 1', type: 'boundary', enabled: true, text }],
    scenarios: [
      {
        name: 's3:GetObject',
        principal: { arn: principal },
        action: 's3:GetObject',
        resource: { arn: 'arn:aws:s3:::b/k' },
        context: Object.fromEntries<string | readonly string[]>([
          ['aws:SourceIp', '203.0.113.7'],
          ['aws:TagKeys', ['a', 'b']],
          ['__proto__', 'x'],
        ]),
      },
    ],
  })
})

it('keeps a policy that is none, and guesses the types that are not told', () => {
  const trust =
    '{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}'
  const { workspace, problems } = opened(
    `#policy=${encode('{ broken')}&policy=${encode(trust)}&name=first&type=mystery`,
  )
  expect(workspace.policies.map(({ name, type }) => [name, type])).toEqual([
    ['first', 'identity'],
    ['policy 2', 'resource'],
  ])
  expect(workspace.policies[0]?.text).toBe('{ broken')
  expect(problems.map(({ path }) => path)).toEqual(['policies[0].type'])
})

it.each([
  ['*', { anonymous: true }],
  ['lambda.amazonaws.com', { service: 'lambda.amazonaws.com' }],
  ['cognito-identity.amazonaws.com', { federated: 'cognito-identity.amazonaws.com' }],
  [
    'arn:aws:iam::111122223333:saml-provider/x',
    { federated: 'arn:aws:iam::111122223333:saml-provider/x' },
  ],
  ['f'.repeat(64), { canonicalUser: 'f'.repeat(64) }],
  ['arn:aws:iam::111122223333:root', { arn: 'arn:aws:iam::111122223333:root' }],
])('knows the principal %s', (principal, expected) => {
  const { workspace } = opened(`#action=s3:GetObject&principal=${encode(principal)}`)
  expect(workspace.scenarios[0]?.principal).toEqual(expected)
  expect(workspace.scenarios[0]?.resource).toEqual({ arn: '*' })
})

it('says when nobody asks', () => {
  expect(opened('#action=s3:GetObject').problems.map(({ path }) => path)).toEqual([
    'scenarios[0].principal',
  ])
})

it('opens a whole workspace, URL-encoded or in base64', () => {
  const workspace: Workspace = {
    title: 'Ärger? + ~',
    policies: [{ name: 'x', type: 'scp', enabled: true, text }],
    scenarios: [],
  }
  const json = JSON.stringify(writeWorkspace(workspace))
  for (const value of [
    encode(json),
    Buffer.from(json).toString('base64url'),
    encode(Buffer.from(json).toString('base64')),
    Buffer.from(json).toString('base64'),
  ])
    expect(opened(`#workspace=${value}`).workspace).toEqual(workspace)
})

it.each([
  ['#workspace=%7B%22sidelight%22%3A1%2C', 'cutOff'],
  ['#policy=%7B%2', 'cutOff'],
  ['#workspace=x', 'noWorkspace'],
  ['#workspace=%7B%7D', 'noWorkspace'],
  ['#title=x', 'noWorkspace'],
  ['#workspace=%7B%22sidelight%22%3A7%7D', 'newer'],
  [`#policy=${'x'.repeat(2 ** 20 + 1)}`, 'tooLarge'],
  [`#policy=${'x'.repeat(2 ** 22)}`, 'tooLarge'],
])('tells %.60s apart', (link, kind) => {
  expect(openInbound(link)?.kind).toBe(kind)
})

it.each(['', '#', '#w1.abc.defghi', 'https://example.org/?policy=x', '#/lessons/1'])(
  'leaves %j to others',
  (link) => {
    expect(openInbound(link)).toBeUndefined()
  },
)

it('never throws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('policy', 'workspace', 'action'),
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      (name, value, encoded) => {
        expect(openInbound(`#${name}=${encoded ? encode(value) : value}`)).toBeDefined()
      },
    ),
    { numRuns: 1000 },
  )
})

it('opens no link with more members than anybody means', () => {
  expect(openInbound(`#policy=${'&'.repeat(1_000_000)}`)?.kind).toBe('tooLarge')
})
