import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runScenario, type Scenario, type WorkspacePolicy } from '#workspace'
import { leftOutWords, toSimulateCommand } from './aws-cli.ts'
import { toChatText } from './chat-text.ts'
import { toEmbedCode } from './embed-code.ts'
import { toMarkdown, type Exhibit } from './markdown.ts'
import { toSourceComment } from './source-comment.ts'

const text = `{
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:*"
    }
  ]
}
`
const exhibit: Exhibit = {
  title: 'Read *reports*',
  policies: [{ name: 'analyst_1', kind: 'identity policy', text }],
  request: 'role/analyst calls s3:Get* on\n arn:aws:s3:::b/k.',
  verdict: 'Denied: nothing allows it.',
  link: 'https://example.org/#w1.abc.defghi&policy=a(b)',
}

describe('Markdown', () => {
  it('has policy, request, verdict and link', () => {
    expect(toMarkdown(exhibit)).toBe(`**Read \\*reports\\***

analyst\\_1 (identity policy):

\`\`\`json
${text}\`\`\`

role/analyst calls s3:Get\\* on arn:aws:s3:::b/k.${'  '}
Denied: nothing allows it.

[Open in Sidelight](<https://example.org/#w1.abc.defghi&policy=a(b)>)`)
  })

  it('shows the lines of a statement at the margin', () => {
    const part = { start: text.indexOf('{', 2), end: text.indexOf('}') + 1 }
    const [policy] = exhibit.policies
    const shown = toMarkdown({ policies: [{ ...policy!, part }], link: 'x' })
    expect(shown).toContain('(identity policy, lines 3–6):')
    expect(shown).toContain('```json\n{\n  "Effect": "Deny",\n  "Action": "s3:*"\n}\n```')
  })

  it('is never left through a fence, a bracket or an element', () => {
    const shown = toMarkdown({
      title: '</b> [x](y) @alice\u202e',
      policies: [{ name: 'a', kind: 'b', text: '````\n<script>' }],
      link: 'https://example.org/> <b>',
    })
    expect(shown).toContain('`````json\n````\n<script>\n`````')
    expect(shown).toContain('**\\</b\\> \\[x\\](y) \\@alice**')
    expect(shown).toContain('(<https://example.org/%3E%20%3Cb%3E>)')
  })
})

it('a chat gets a few short lines', () => {
  const long = { ...exhibit, request: 'x'.repeat(500) }
  expect(toChatText(exhibit)).toBe(
    `Read *reports*\nrole/analyst calls s3:Get* on arn:aws:s3:::b/k.\nDenied: nothing allows it.\n${exhibit.link}`,
  )
  expect(toChatText(long).split('\n')[1]).toHaveLength(200)
})

it('a comment stays a comment', () => {
  const lines = toSourceComment({ ...exhibit, title: 'a\nb\r\u2028c' }, '//').split('\n')
  expect(lines[0]).toBe('// Sidelight: a b c')
  expect(lines).toHaveLength(4)
  expect(lines.every((line) => line.startsWith('// '))).toBe(true)
  expect(toSourceComment({ policies: [], link: 'x' }, '#')).toBe('# Sidelight\n# x')
})

it('embed code keeps its attributes', () => {
  const code = toEmbedCode('https://example.org/embed/', '#w1.a.b&policy="><script>', '"><b>')
  expect(code).toContain(
    'src="https://example.org/embed/#w1.a.b&amp;policy=&quot;&gt;&lt;script&gt;"',
  )
  expect(code).toContain('title="Sidelight: &quot;&gt;&lt;b&gt;"')
})

describe('the AWS CLI command', () => {
  const policy = (
    name: string,
    type: WorkspacePolicy['type'],
    more: Partial<WorkspacePolicy> = {},
  ): WorkspacePolicy => ({
    name,
    type,
    enabled: true,
    text: '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }',
    ...more,
  })
  const scenario: Scenario = {
    name: 'x',
    principal: { arn: 'arn:aws:iam::111122223333:user/alice', tags: { team: "it's" } },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::b/k', account: '444455556666' },
    context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'], 'x:y': '1' },
  }
  const command = (policies: readonly WorkspacePolicy[], request = scenario) =>
    toSimulateCommand(runScenario({ policies }, request).decision, policies)
  /** The arguments as a shell hands them over. */
  const parsed = (line: string): Record<string, string> => {
    const script = `aws() { shift 2; for word in "$@"; do printf '%s\\0' "$word"; done; }\n${line}`
    const words = execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)
    expect(words.length % 2).toBe(0)
    return Object.fromEntries(
      words.flatMap((word, at) => (at % 2 ? [] : [[word, words[at + 1] ?? '']])),
    )
  }

  it('asks what the workspace asks', () => {
    const conditions =
      '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "NumericEquals": { "x:y": 1 } } } }'
    const { command: line, leftOut } = command([
      policy('app', 'identity', { text: conditions }),
      policy('limit', 'boundary'),
      policy('bucket', 'resource', {
        text: '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" } }',
      }),
    ])
    expect(leftOut).toEqual([])
    const options = parsed(line)
    expect(JSON.parse(options['--policy-input-list']!)).toEqual([
      JSON.stringify(JSON.parse(conditions)),
    ])
    expect(JSON.parse(options['--permissions-boundary-policy-input-list']!)).toHaveLength(1)
    expect(JSON.parse(options['--resource-policy']!)).toHaveProperty('Statement')
    expect(options).toMatchObject({
      '--caller-arn': 'arn:aws:iam::111122223333:user/alice',
      '--action-names': '["s3:GetObject"]',
      '--resource-arns': '["arn:aws:s3:::b/k"]',
      '--resource-owner': 'arn:aws:iam::444455556666:root',
    })
    expect(JSON.parse(options['--context-entries']!)).toEqual(
      expect.arrayContaining([
        { ContextKeyName: 'aws:SourceIp', ContextKeyValues: ['203.0.113.7'], ContextKeyType: 'ip' },
        {
          ContextKeyName: 'aws:TagKeys',
          ContextKeyValues: ['a', 'b'],
          ContextKeyType: 'stringList',
        },
        { ContextKeyName: 'x:y', ContextKeyValues: ['1'], ContextKeyType: 'numeric' },
        {
          ContextKeyName: 'aws:PrincipalTag/team',
          ContextKeyValues: ["it's"],
          ContextKeyType: 'string',
        },
      ]),
    )
  })

  it('says what it cannot carry', () => {
    const role = {
      ...scenario,
      principal: { arn: 'arn:aws:sts::111122223333:assumed-role/app/session' },
    }
    const { command: line, leftOut } = command(
      [
        policy('app', 'identity', { attachedTo: ['arn:aws:iam::111122223333:user/bob'] }),
        policy('broken', 'identity', { text: '{' }),
        policy('first', 'boundary'),
        policy('second', 'boundary'),
        policy('short', 'session'),
        policy('guard', 'scp'),
        policy('bucket', 'resource'),
      ],
      role,
    )
    expect(leftOut.map(({ kind }) => kind).sort()).toEqual([
      'noIdentityPolicy',
      'resourcePolicyWithoutUser',
      'secondOfItsType',
      'type',
      'type',
      'unread',
    ])
    for (const one of leftOut) expect(leftOutWords(one)).toMatch(/\.$/u)
    expect(parsed(line)).not.toHaveProperty('--resource-policy')
  })

  it('gives the shell nothing to interpret', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            "'; rm -rf / #",
            '$(date)',
            '`date`',
            '\\',
            '\n',
            '--help',
            'file:///etc/passwd',
          ),
        ),
        (word) => {
          const { command: line } = command([policy('app', 'identity')], {
            ...scenario,
            resource: { arn: word },
            context: { 'x:y': word },
          })
          const entries = JSON.parse(parsed(line)['--context-entries']!) as {
            ContextKeyName: string
            ContextKeyValues: string[]
          }[]
          expect(
            entries.find(({ ContextKeyName }) => ContextKeyName === 'x:y')?.ContextKeyValues,
          ).toEqual([word])
          if (word !== '*') expect(parsed(line)['--resource-arns']).toBe(JSON.stringify([word]))
        },
      ),
      { numRuns: 30 },
    )
  })
})
