import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'

const read = (text: string, fileName?: string) => {
  const found = importText(text, fileName)
  return found.kind === 'policies' ? found : expect.fail(JSON.stringify(found))
}
const documentOf = (found: ReturnType<typeof read>, name: string): unknown =>
  JSON.parse(found.workspace.policies.find((policy) => policy.name === name)?.text ?? 'null')

describe('a CloudFormation template', () => {
  const template = `AWSTemplateFormatVersion: 2010-09-09
Description: Reports
Parameters:
  Stage: { Type: String, Default: dev }
  Team: { Type: String }
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub 'reports-\${Stage}' }
  AppRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: !Sub 'lambda.\${AWS::URLSuffix}' }
            Action: sts:AssumeRole
      PermissionsBoundary: !Ref Limit
      ManagedPolicyArns: [ !Sub 'arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess' ]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject]
                Resource:
                  - !Sub '\${Reports.Arn}/\${!aws:username}/*'
                  - !Join ['', [!GetAtt Reports.Arn, '/', !Ref Team]]
                  - Fn::Join: [':', ['arn:aws:sqs', !Ref AWS::Region, Ref: AWS::AccountId, !ImportValue queue]]
                  - !GetAtt [Unknown, Arn]
                  - !If [IsProd, 'arn:aws:s3:::prod', 'arn:aws:s3:::dev']
  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Version: '2012-10-17', Statement: { Effect: Allow, Action: '*', Resource: '*' } }
  More:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: more
      Roles: [!Ref AppRole]
      PolicyDocument: { Version: '2012-10-17', Statement: { Effect: Allow, Action: '*', Resource: '*' } }
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub '\${Reports.Arn}/*' }
  Guard:
    Type: AWS::Organizations::Policy
    Properties: { Type: RESOURCE_CONTROL_POLICY, Content: { Statement: [] } }
  Tags:
    Type: AWS::Organizations::Policy
    Properties: { Type: TAG_POLICY, Content: { tags: {} } }
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: { PolicyDocument: '{ "Statement" : [] }' }
`
  const found = read(template, 'reports.yaml')

  it('yields every policy with its type and owner', () => {
    expect(found.source).toBe('cloudFormation')
    expect(found.workspace.title).toBe('Reports')
    expect(
      found.workspace.policies.map(({ name, type, attachedTo }) => [name, type, attachedTo?.[0]]),
    ).toEqual([
      ['AppRole trust', 'resource', 'arn:aws:iam::111122223333:role/app'],
      ['read', 'identity', 'arn:aws:iam::111122223333:role/app'],
      ['Limit', 'identity', undefined],
      ['More', 'identity', 'arn:aws:iam::*:role/app'],
      ['ReportsPolicy', 'resource', 'arn:aws:s3:::reports-dev'],
      ['Guard', 'rcp', undefined],
      ['Endpoint', 'endpoint', undefined],
    ])
    expect(found.workspace.policies.at(-1)?.text).toBe('{ "Statement" : [] }')
  })

  it('resolves what the template tells, and marks the rest', () => {
    expect(documentOf(found, 'read')).toMatchObject({
      Statement: [
        {
          Resource: [
            'arn:aws:s3:::reports-dev/${aws:username}/*',
            'arn:aws:s3:::reports-dev/<Team>',
            'arn:aws:sqs:us-east-1:111122223333:<ImportValue queue>',
            '<Unknown.Arn>',
            'arn:aws:s3:::prod',
          ],
        },
      ],
    })
    expect(documentOf(found, 'AppRole trust')).toMatchObject({
      Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }],
    })
    const notes = found.notes.join('\n')
    expect(notes).toContain('Stage as dev')
    expect(notes).toContain('AWS::AccountId as 111122223333')
    expect(notes).toContain('angle brackets')
    expect(notes).toContain('permissions boundary arn:aws:iam::111122223333:policy/<Limit>')
    expect(notes).toContain('arn:aws:iam::aws:policy/ReadOnlyAccess')
  })

  it('is the same in JSON', () => {
    const json = JSON.stringify({
      Resources: {
        Key: {
          Type: 'AWS::KMS::Key',
          Properties: {
            KeyPolicy: { Statement: [{ Resource: { 'Fn::Sub': '${AWS::Region}-${x}' } }] },
          },
        },
      },
    })
    expect(read(json).workspace.policies).toMatchObject([{ name: 'Key', type: 'resource' }])
    expect(documentOf(read(json), 'Key')).toEqual({ Statement: [{ Resource: 'us-east-1-<x>' }] })
  })
})

describe('a hostile template', () => {
  const bucketPolicy = (Resource: unknown) => ({
    Type: 'AWS::S3::BucketPolicy',
    Properties: { PolicyDocument: { Statement: [{ Resource }] } },
  })
  const resourceIn = (resources: Record<string, unknown>) =>
    documentOf(read(JSON.stringify({ Resources: resources })), 'P')
  const bucket = (BucketName: unknown) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } })

  it('with names made of themselves has placeholders for them', () => {
    expect(
      resourceIn({
        A: bucket({ Ref: 'A' }),
        B: bucket({ 'Fn::Sub': 'b-${C}' }),
        C: bucket({ 'Fn::Sub': 'c-${B}' }),
        P: bucketPolicy([{ Ref: 'A' }, { Ref: 'B' }, { 'Fn::GetAtt': ['A', 'Arn'] }]),
      }),
    ).toEqual({ Statement: [{ Resource: ['<A>', 'b-c-<B>', 'arn:aws:s3:::<A>'] }] })
  })

  it('with a chain of thousands of names ends', () => {
    const chain = Array.from(
      { length: 5000 },
      (_, at) => [`B${at}`, bucket({ 'Fn::Sub': `\${B${at + 1}}` })] as const,
    )
    expect(
      resourceIn({ ...Object.fromEntries(chain), P: bucketPolicy({ Ref: 'B0' }) }),
    ).toMatchObject({ Statement: [{ Resource: expect.stringMatching(/^<B\d+>$/u) as string }] })
  })

  it.each([
    ['Sub', (next: string) => ({ 'Fn::Sub': `\${${next}}`.repeat(3) })],
    ['Join', (next: string) => ({ 'Fn::Join': ['', Array(3).fill({ Ref: next })] })],
  ])('with names that multiply by Fn::%s stays small', (_, name) => {
    const chain = Array.from(
      { length: 30 },
      (_, at) => [`B${at}`, bucket(name(`B${at + 1}`))] as const,
    )
    const resources = { ...Object.fromEntries(chain), P: bucketPolicy({ Ref: 'B0' }) }
    const { workspace } = read(JSON.stringify({ Resources: resources }))
    expect(workspace.policies[0]?.text.length).toBeLessThan(1_100_000)
  })

  it('with a long text put in often stays small', () => {
    const x = 'x'.repeat(10_000)
    for (const value of [
      { 'Fn::Sub': ['${x}'.repeat(10_000), { x }] },
      { 'Fn::Join': [x, Array(10_000).fill('')] },
    ]) {
      const { workspace } = read(JSON.stringify({ Resources: { P: bucketPolicy(value) } }))
      expect(workspace.policies[0]?.text.length).toBeLessThan(1_100_000)
    }
  })
})

it('more inline policies than a call takes arguments are read', () => {
  const count = 130_000
  const template = {
    Resources: { R: { Type: 'AWS::IAM::Group', Properties: { Policies: '' as unknown } } },
  }
  template.Resources.R.Properties.Policies = Array(count).fill({ PolicyDocument: { Statement: 0 } })
  expect(read(JSON.stringify(template)).workspace.policies).toHaveLength(count)
})

describe('a Terraform plan', () => {
  const text = '{"Version":"2012-10-17","Statement":[]}'
  const resource = (address: string, values: Record<string, unknown>) => ({
    address,
    mode: 'managed',
    type: address.split('.').at(-2),
    name: address.split('.').at(-1),
    values,
  })
  const module = {
    resources: [
      resource('aws_iam_policy.read', { policy: text }),
      resource('aws_iam_role.app', {
        name: 'app',
        assume_role_policy: text,
        inline_policy: [{ name: 'extra', policy: text }, {}],
        permissions_boundary: 'arn:aws:iam::111122223333:policy/limit',
        managed_policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      }),
      resource('aws_iam_role_policy.later', {}),
      resource('aws_sqs_queue.plain', {}),
      { ...resource('data.aws_iam_policy_document.x', { json: text }), mode: 'data' },
    ],
    child_modules: [
      {
        address: 'module.store',
        resources: [
          resource('module.store.aws_s3_bucket_policy.reports', {
            bucket: 'reports',
            policy: text,
          }),
          resource('module.store.aws_organizations_policy.guard', {
            content: text,
            type: 'SERVICE_CONTROL_POLICY',
          }),
        ],
      },
    ],
  }

  it('yields every policy as it will be', () => {
    const found = read(
      JSON.stringify({ format_version: '1.2', planned_values: { root_module: module } }),
    )
    expect(found.source).toBe('terraform')
    expect(
      found.workspace.policies.map((policy) => [policy.name, policy.type, policy.attachedTo?.[0]]),
    ).toEqual([
      ['aws_iam_policy.read', 'identity', undefined],
      ['aws_iam_role.app trust', 'resource', 'arn:aws:iam::*:role/app'],
      ['extra', 'identity', 'arn:aws:iam::*:role/app'],
      ['module.store.aws_s3_bucket_policy.reports', 'resource', 'arn:aws:s3:::reports'],
      ['module.store.aws_organizations_policy.guard', 'scp', undefined],
    ])
    expect(new Set(found.workspace.policies.map((policy) => policy.text))).toEqual(new Set([text]))
    const notes = found.notes.join('\n')
    expect(notes).toContain(
      'aws_iam_role_policy.later: its policy is known only after it is applied.',
    )
    expect(notes).toContain('policy/limit')
    expect(notes).not.toContain('aws_sqs_queue.plain')
  })

  it('is read from a state, and from changes alone', () => {
    expect(
      read(JSON.stringify({ terraform_version: '1', values: { root_module: module } })).workspace
        .policies,
    ).toHaveLength(5)
    const changes = [
      {
        address: 'aws_kms_key.k',
        type: 'aws_kms_key',
        mode: 'managed',
        change: { after: { policy: text } },
      },
    ]
    expect(read(JSON.stringify({ resource_changes: changes })).workspace.policies).toMatchObject([
      { name: 'aws_kms_key.k', type: 'resource' },
    ])
  })
})
