import type { PolicyType } from '#policy'
import { collected, type FoundPolicy } from './collection.ts'
import { fieldsOf, itemsOf, rowOf, textOf, type Fields } from './fields.ts'
import type { ImportedPolicies } from './imported.ts'
import { Intrinsics, placeholder } from './intrinsics.ts'
import { bucketArns, roleArns, userArns } from './owners.ts'
import { policyText } from './policy-text.ts'

/** A policy document somewhere in a resource's properties. */
interface Site {
  /** The way to the document through the properties. */
  readonly path: readonly string[]
  readonly type: PolicyType
  /** "the bucket policy"; the resource's name follows. */
  readonly words: string
}

const site = (path: string, type: PolicyType, words: string): Site => ({
  path: path.split('.'),
  type,
  words,
})

/** Where CloudFormation's resources keep policies. */
const sites: Readonly<Record<string, Site>> = {
  'AWS::IAM::Policy': site('PolicyDocument', 'identity', 'the inline policy'),
  'AWS::IAM::RolePolicy': site('PolicyDocument', 'identity', 'the inline policy'),
  'AWS::IAM::UserPolicy': site('PolicyDocument', 'identity', 'the inline policy'),
  'AWS::IAM::GroupPolicy': site('PolicyDocument', 'identity', 'the inline policy'),
  'AWS::IAM::ManagedPolicy': site('PolicyDocument', 'identity', 'the managed policy'),
  'AWS::IAM::Role': site('AssumeRolePolicyDocument', 'resource', 'the trust policy'),
  'AWS::S3::BucketPolicy': site('PolicyDocument', 'resource', 'the bucket policy'),
  'AWS::S3::AccessPoint': site('Policy', 'resource', 'the access point policy'),
  'AWS::SQS::QueuePolicy': site('PolicyDocument', 'resource', 'the queue policy'),
  'AWS::SQS::QueueInlinePolicy': site('PolicyDocument', 'resource', 'the queue policy'),
  'AWS::SNS::TopicPolicy': site('PolicyDocument', 'resource', 'the topic policy'),
  'AWS::SNS::TopicInlinePolicy': site('PolicyDocument', 'resource', 'the topic policy'),
  'AWS::KMS::Key': site('KeyPolicy', 'resource', 'the key policy'),
  'AWS::SecretsManager::ResourcePolicy': site('ResourcePolicy', 'resource', 'the secret policy'),
  'AWS::ECR::Repository': site('RepositoryPolicyText', 'resource', 'the repository policy'),
  'AWS::EFS::FileSystem': site('FileSystemPolicy', 'resource', 'the file system policy'),
  'AWS::OpenSearchService::Domain': site('AccessPolicies', 'resource', 'the access policy'),
  'AWS::Elasticsearch::Domain': site('AccessPolicies', 'resource', 'the access policy'),
  'AWS::DynamoDB::Table': site('ResourcePolicy.PolicyDocument', 'resource', 'the table policy'),
  'AWS::Kinesis::ResourcePolicy': site('ResourcePolicy', 'resource', 'the stream policy'),
  'AWS::Logs::ResourcePolicy': site('PolicyDocument', 'resource', 'the log resource policy'),
  'AWS::Backup::BackupVault': site('AccessPolicy', 'resource', 'the vault policy'),
  'AWS::Lambda::LayerVersion': site('Policy', 'resource', 'the layer policy'),
  'AWS::ApiGateway::RestApi': site('Policy', 'resource', 'the API policy'),
  'AWS::Serverless::Api': site(
    'Auth.ResourcePolicy.CustomStatements',
    'resource',
    'the API policy',
  ),
  'AWS::EC2::VPCEndpoint': site('PolicyDocument', 'endpoint', 'the endpoint policy'),
  'AWS::Organizations::Policy': site('Content', 'scp', 'the organization policy'),
}

/** The types of organization policies that are about access. */
const organizationTypes: Readonly<Record<string, PolicyType>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
}

/** Whether a value is a CloudFormation template: it has resources with types. */
export function isTemplate(fields: Fields): boolean {
  return [...fieldsOf(fields.get('Resources')).values()].some((resource) =>
    /^(?:AWS|Custom|Alexa)::/u.test(textOf(fieldsOf(resource).get('Type')) ?? ''),
  )
}

/** Every policy of a template, each under its resource's name. */
export function readTemplate(template: Fields): ImportedPolicies {
  const intrinsics = new Intrinsics(template)
  const notes: string[] = []
  const found = [...fieldsOf(template.get('Resources'))].flatMap(([logicalId, resource]) => {
    const fields = fieldsOf(resource)
    const type = textOf(fields.get('Type')) ?? ''
    return policiesOf(logicalId, type, fieldsOf(fields.get('Properties')), intrinsics, notes)
  })
  if (intrinsics.stoodIn.size > 0)
    notes.push(
      `The template doesn't say where it is deployed. It was read with ${[...intrinsics.stoodIn].join(', ')}.`,
    )
  if (found.some(({ text }) => /<[\w:. ]+>/u.test(text)))
    notes.push(`What only a deployment knows stands in angle brackets, as ${placeholder('Name')}.`)
  const title = textOf(template.get('Description'))
  return collected('cloudFormation', found, { title, notes })
}

function policiesOf(
  logicalId: string,
  type: string,
  properties: Fields,
  intrinsics: Intrinsics,
  notes: string[],
): readonly FoundPolicy[] {
  const known = rowOf(sites, type)
  const found: FoundPolicy[] = []
  const value = known && intrinsics.resolve(valueAt(properties, known.path))
  const text = value === undefined ? undefined : policyText(value)
  if (known && text !== undefined) {
    const organization = type === 'AWS::Organizations::Policy'
    const policyType = organization
      ? rowOf(organizationTypes, textOf(properties.get('Type')) ?? '')
      : known.type
    if (policyType)
      found.push({
        name: type === 'AWS::IAM::Role' ? `${logicalId} trust` : logicalId,
        text,
        type: policyType,
        place: `${known.words} ${logicalId}`,
        attachedTo: attachedTo(logicalId, type, properties, intrinsics),
      })
  } else if (value !== undefined) notes.push(`${logicalId} holds a policy that can't be read.`)
  if (/^AWS::IAM::(?:Role|User|Group)$/u.test(type)) {
    const owner = type === 'AWS::IAM::Group' ? [] : [intrinsics.arnOf(logicalId)]
    for (const policy of inlinePolicies(logicalId, properties, owner, intrinsics))
      found.push(policy)
    const boundary = intrinsics.resolve(properties.get('PermissionsBoundary'))
    if (typeof boundary === 'string')
      notes.push(
        `${logicalId} has the permissions boundary ${boundary}. If its policy is here, change its type.`,
      )
    const managed = itemsOf(intrinsics.resolve(properties.get('ManagedPolicyArns'))).flatMap(
      (arn) => textOf(arn) ?? [],
    )
    if (managed.length > 0)
      notes.push(`${logicalId} also has ${managed.join(', ')}, which the template doesn't hold.`)
  }
  return found
}

function inlinePolicies(
  logicalId: string,
  properties: Fields,
  owner: readonly string[],
  intrinsics: Intrinsics,
): readonly FoundPolicy[] {
  return itemsOf(properties.get('Policies')).flatMap((item, index) => {
    const fields = fieldsOf(intrinsics.resolve(item))
    const text = policyText(fields.get('PolicyDocument'))
    const name = textOf(fields.get('PolicyName')) ?? `${logicalId} policy ${index + 1}`
    return text === undefined
      ? []
      : [
          {
            name,
            text,
            type: 'identity' as const,
            place: `the inline policies of ${logicalId}`,
            attachedTo: owner,
          },
        ]
  })
}

function valueAt(properties: Fields, path: readonly string[]): unknown {
  let value: unknown = Object.fromEntries(properties)
  for (const name of path) value = fieldsOf(value).get(name)
  return value
}

/** Whose policy it is, where the template says so. Group members are not in a template, so a group's policy is everyone's. */
function attachedTo(
  logicalId: string,
  type: string,
  properties: Fields,
  intrinsics: Intrinsics,
): readonly string[] {
  const names = (member: string) =>
    itemsOf(intrinsics.resolve(properties.get(member))).flatMap((name) => textOf(name) ?? [])
  const one = (member: string) => {
    const name = intrinsics.resolve(properties.get(member))
    return typeof name === 'string' ? [name] : []
  }
  switch (type) {
    case 'AWS::IAM::Role':
      return [intrinsics.arnOf(logicalId)]
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return names('Groups').length > 0
        ? []
        : [...names('Roles').flatMap(roleArns), ...names('Users').flatMap(userArns)]
    case 'AWS::IAM::RolePolicy':
      return one('RoleName').flatMap(roleArns)
    case 'AWS::IAM::UserPolicy':
      return one('UserName').flatMap(userArns)
    case 'AWS::S3::BucketPolicy':
      return one('Bucket').flatMap(bucketArns)
    case 'AWS::KMS::Key':
      return [intrinsics.arnOf(logicalId)]
    default:
      return []
  }
}
