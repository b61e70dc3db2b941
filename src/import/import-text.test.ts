import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeWorkspace, type Workspace } from '#workspace'
import { arbitraryWorkspace } from '../../scripts/arbitrary-workspace.ts'
import { importText } from './import-text.ts'
import { takenAs } from './type-words.ts'

const document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
}
const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
}
const laidOut = JSON.stringify(document, null, 2)

/** Name, type and text of every policy. */
const policies = (text: string, fileName?: string) => {
  const found = importText(text, fileName)
  if (found.kind !== 'policies') return expect.fail(JSON.stringify(found))
  expect(found.grounds).toHaveLength(found.workspace.policies.length)
  return {
    ...found,
    list: found.workspace.policies.map((policy) => [policy.name, policy.type, policy.text]),
  }
}
const refused = (text: string, fileName?: string) => {
  const found = importText(text, fileName)
  return found.kind === 'unreadable' ? found : expect.fail(found.kind)
}

describe('workspaces', () => {
  it('come back from a file, alone or in a list, whatever they hold', () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace: Workspace) => {
        const json = JSON.stringify(writeWorkspace(workspace), null, 2)
        expect(importText(json)).toEqual({
          kind: 'workspaces',
          workspaces: [workspace],
          problems: [],
        })
        expect(importText(`[${json},${json}]`)).toMatchObject({
          workspaces: [workspace, workspace],
        })
      }),
      { numRuns: 100 },
    )
  })

  it('are read as far as they go', () => {
    const found = importText('[{"sidelight":1,"policies":[{"name":"x"}]},{"sidelight":2},3]')
    expect(found).toMatchObject({
      kind: 'workspaces',
      workspaces: [{ policies: [] }],
      problems: [{ path: '[0].policies[0].type' }, { path: '[1].sidelight' }, { path: '[2]' }],
    })
  })

  it('of a newer program are told apart', () => {
    expect(refused('{"sidelight":2}')).toMatchObject({ reason: 'newer' })
    expect(refused('{"sidelight":"x"}')).toMatchObject({ reason: 'noPolicy' })
  })
})

describe('a bare policy', () => {
  it('keeps its text to the byte, and is named after its file', () => {
    const text = `\ufeff{ "Statement":[\r\n\t] , "Version": "2012-10-17"}\n\n`
    expect(policies(text, 'C:\\policies\\analyst.v2.json').list).toEqual([
      ['analyst.v2', 'identity', text],
    ])
    expect(policies(laidOut).list).toEqual([['policy', 'identity', laidOut]])
  })

  it('says why it is taken for its type', () => {
    const { list, grounds } = policies(JSON.stringify(trust))
    expect(list[0]?.[1]).toBe('resource')
    expect(takenAs('resource', grounds[0]!)).toBe(
      'Taken as a resource policy, because it says who may assume a role.',
    )
    expect(takenAs('resource', { kind: 'principal', element: 'Principal' })).toBe(
      'Taken as a resource policy, because it names a Principal.',
    )
  })
})

describe('answers of the AWS CLI', () => {
  const answer = (value: unknown) => policies(JSON.stringify(value))

  it('get-policy-version', () => {
    for (const Document of [document, encodeURIComponent(laidOut)])
      expect(answer({ PolicyVersion: { Document, VersionId: 'v1' } }).list).toEqual([
        ['policy', 'identity', laidOut],
      ])
  })

  it('get-role', () => {
    const boundary = 'arn:aws:iam::111122223333:policy/limit'
    const { workspace, notes } = answer({
      Role: {
        RoleName: 'app',
        Arn: 'arn:aws:iam::111122223333:role/app',
        AssumeRolePolicyDocument: trust,
        PermissionsBoundary: { PermissionsBoundaryArn: boundary },
      },
    })
    expect(workspace).toMatchObject({
      title: 'role/app',
      policies: [
        { name: 'app trust', type: 'resource', attachedTo: ['arn:aws:iam::111122223333:role/app'] },
      ],
    })
    expect(notes.join('\n')).toContain(boundary)
  })

  it.each([
    ['RoleName', 'arn:aws:iam::*:role/x'],
    ['UserName', 'arn:aws:iam::*:user/x'],
  ])('get-…-policy with %s', (member, arn) => {
    const PolicyDocument = encodeURIComponent('{"Statement" : []}')
    const { workspace } = answer({ [member]: 'x', PolicyName: 'inline', PolicyDocument })
    expect(workspace.policies).toMatchObject([
      { name: 'inline', type: 'identity', text: '{"Statement" : []}' },
    ])
    expect(workspace.policies[0]?.attachedTo?.[0]).toBe(arn)
  })

  it('get-bucket-policy, get-resource-policy, get-queue-attributes', () => {
    const text = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}'
    expect(answer({ Policy: text }).list).toEqual([['policy', 'resource', text]])
    expect(
      answer({ ARN: 'arn:aws:sqs:us-east-1:111122223333:q', ResourcePolicy: text }).list[0]?.[0],
    ).toBe('q')
    expect(answer({ Attributes: { Policy: text } }).list[0]?.[1]).toBe('resource')
  })

  it('describe-policy of an organization', () => {
    const PolicySummary = { Name: 'guard', Type: 'RESOURCE_CONTROL_POLICY' }
    expect(answer({ Policy: { PolicySummary, Content: laidOut } }).list).toEqual([
      ['guard', 'rcp', laidOut],
    ])
  })

  it('get-policy says what to run instead', () => {
    expect(refused('{"Policy":{"Arn":"x","DefaultVersionId":"v3"}}').message).toContain(
      'get-policy-version',
    )
    expect(refused('{"AttachedPolicies":[]}').message).toContain('get-role-policy')
  })
})

it('a list of policies is taken as one', () => {
  const items = [
    document,
    { PolicyName: 'b', PolicyDocument: trust },
    laidOut,
    { name: 'b', document },
  ]
  expect(
    policies(JSON.stringify(items), 'all.json').list.map(([name, type]) => [name, type]),
  ).toEqual([
    ['all 1', 'identity'],
    ['b', 'resource'],
    ['all 3', 'identity'],
    ['b 2', 'identity'],
  ])
  expect(refused(JSON.stringify([document, { other: 1 }])).reason).toBe('noPolicy')
})

describe('YAML', () => {
  const yaml = `# Read
Version: 2012-10-17
Statement:
  - Effect: Allow
    Action: &read [s3:GetObject, "s3:ListBucket"]
    Resource: '*'
    Condition:
      Bool: { aws:SecureTransport: true }
      StringEquals: { aws:ResourceAccount: 012345678901 }
  - Effect: Deny
    Action: *read
    Resource: "*"
`
  it('is laid out as JSON; scalars stay the text they are', () => {
    const text = policies(yaml, 'read.yaml').list[0]?.[2] ?? ''
    expect(JSON.parse(text)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: '*',
          Condition: {
            Bool: { 'aws:SecureTransport': 'true' },
            StringEquals: { 'aws:ResourceAccount': '012345678901' },
          },
        },
        { Effect: 'Deny', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' },
      ],
    })
    expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2))
  })

  it('merges maps, as templates do', () => {
    const merged = 'a: &a { Effect: Allow, Action: x }\nStatement:\n  - { <<: *a, Action: y }'
    expect(policies(merged).list[0]?.[2]).toContain('"Effect": "Allow",\n      "Action": "y"')
  })

  it('in several documents is a list', () => {
    expect(policies('Statement: []\n---\nStatement: []\n').list).toHaveLength(2)
  })

  it('names the place of a slip', () => {
    const { place, message } = refused('Statement:\n  - Effect: Allow\n   Action: x\n', 'x.yaml')
    expect(place?.line).toBe(3)
    expect(message).toMatch(/^Line 3: \S/u)
  })
})

describe('hostile and broken files', () => {
  it('names the place of a slip in JSON, and that it may be a policy', () => {
    const broken = '{\n  "Statement": [\n    { "Effect": "Allow" }\n  ],\n}'
    expect(refused(broken)).toMatchObject({ reason: 'notJson', draft: true, place: { line: 4 } })
    expect(refused(broken).message).toMatch(/^Line 4: /u)
    expect(refused('{').draft).toBeUndefined()
  })

  it.each([
    ['', 'empty'],
    [' \n\ufeff', 'empty'],
    ['null', 'noPolicy'],
    ['3', 'noPolicy'],
    ['"text"', 'noPolicy'],
    ['[]', 'noPolicy'],
    ['{}', 'noPolicy'],
    ['just a sentence', 'noPolicy'],
    ['{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}', 'noPolicy'],
    ['{"planned_values":{}}', 'noPolicy'],
    ['\u0000\u0001', 'noPolicy'],
    ['a: [b', 'notYaml'],
    ["a: 'b", 'notYaml'],
  ])('%j is refused as %s', (text, reason) => {
    expect(refused(text).reason).toBe(reason)
  })

  it('more than 5 MB is refused, also when few characters weigh it', () => {
    expect(refused(' '.repeat(5 * 2 ** 20 + 1)).reason).toBe('tooLarge')
    expect(refused('ü'.repeat(3 * 2 ** 20)).reason).toBe('tooLarge')
    expect(policies(`${laidOut}${' '.repeat(4 * 2 ** 20)}`).list).toHaveLength(1)
  })

  it('aliases that stand for billions are refused', () => {
    const levels = Array.from({ length: 12 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`,
    )
    expect(refused(levels.join('\n'), 'x.yaml').message).toContain(
      'repeats parts of itself too often',
    )
    expect(refused('a: &a [*a]', 'x.yaml').reason).toBe('notYaml')
  })

  it('aliases that repeat a long text are refused', () => {
    const long = 'x'.repeat(100_000)
    const repeated = (times: number) =>
      `Statement: &long ${long}\nmore: [${'*long, '.repeat(times)}]`
    expect(refused(repeated(60), 'x.yaml').reason).toBe('tooLarge')
    expect(policies(repeated(10), 'x.yaml').list).toHaveLength(1)
    const documents = Array.from({ length: 6 }, () => repeated(10)).join('\n---\n')
    expect(refused(documents, 'x.yaml').reason).toBe('tooLarge')
  })

  it.each(['constructor', 'toString', '__proto__', 'TAG_POLICY'])(
    'an organization policy of the type %s is none',
    (type) => {
      const wrappings = [
        { Policy: { PolicySummary: { Type: type }, Content: laidOut } },
        {
          Resources: {
            A: {
              Type: 'AWS::Organizations::Policy',
              Properties: { Type: type, Content: document },
            },
          },
        },
        {
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'a',
                  type: 'aws_organizations_policy',
                  values: { type, content: laidOut },
                },
              ],
            },
          },
        },
      ]
      for (const wrapping of wrappings)
        expect(refused(JSON.stringify(wrapping)).reason).toBe('noPolicy')
    },
  )

  it('nesting is refused', () => {
    const deep = '['.repeat(20_000)
    for (const name of ['x.json', 'x.yaml']) expect(refused(deep, name).kind).toBe('unreadable')
    expect(refused(`${deep}${']'.repeat(20_000)}`).reason).toBe('noPolicy')
    const inside = `{"Statement":${'['.repeat(90_000)}${']'.repeat(90_000)}}`
    expect(importText(inside).kind).toBe('policies')
    expect(importText(`{"PolicyVersion":{"Document":${inside}}}`).kind).toBe('unreadable')
  })

  it('names like __proto__ are just names', () => {
    for (const text of [
      '{"__proto__":{"sidelight":1},"constructor":{"Statement":[]}}',
      '__proto__:\n  sidelight: 1\n',
      '{"Resources":{"__proto__":{"Type":"AWS::IAM::Policy","Properties":{}},"x":{"Type":"AWS::toString"}}}',
    ])
      expect(importText(text).kind).toBe('unreadable')
    expect(Object.hasOwn({}, 'sidelight')).toBe(false)
    expect(({} as Record<string, unknown>)['Statement']).toBeUndefined()
  })

  it('nothing throws', () => {
    const names = fc.constantFrom(undefined, 'x.json', 'x.yaml', 'x.template')
    const member = fc.constantFrom(
      'Resources',
      'Type',
      'Properties',
      'PolicyDocument',
      'Statement',
      'Role',
      'AssumeRolePolicyDocument',
      'UserDetailList',
      'RoleDetailList',
      'Policies',
      'AWS::IAM::Role',
      'AWS::IAM::Policy',
      'planned_values',
      'root_module',
      'resources',
      'values',
      'PolicyVersion',
      'Document',
      'Ref',
      'Fn::Sub',
      'Fn::Join',
      'Fn::GetAtt',
      'sidelight',
      '__proto__',
      'Policy',
      'type',
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        member,
        fc.string(),
        fc.integer(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { maxLength: 3 }),
      map: fc.dictionary(member, tie('value'), { maxKeys: 4 }),
    }))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          value.map((json) => JSON.stringify(json)),
        ),
        names,
        (text, fileName) => {
          expect(importText(text, fileName)).toHaveProperty('kind')
        },
      ),
      { numRuns: 1500 },
    )
  })
})
