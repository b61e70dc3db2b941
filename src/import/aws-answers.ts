import { splitArn, type PolicyType } from '#policy'
import { collected, type FoundPolicy } from './collection.ts'
import { fieldsOf, itemsOf, rowOf, textOf, type Fields } from './fields.ts'
import type { ImportedPolicies } from './imported.ts'
import { roleArns, userArns } from './owners.ts'
import { policyText } from './policy-text.ts'

/** The policies in an answer of the AWS CLI, or undefined when it is no answer that we know. */
export function readAwsAnswer(answer: Fields, name: string): ImportedPolicies | undefined {
  return (
    policyVersion(answer, name) ??
    role(answer) ??
    inlinePolicy(answer) ??
    organizationPolicy(answer) ??
    resourcePolicy(answer, name)
  )
}

/** `aws iam get-policy-version`: a managed policy, which says neither its name nor whom it is attached to. */
function policyVersion(answer: Fields, name: string): ImportedPolicies | undefined {
  const text = policyText(fieldsOf(answer.get('PolicyVersion')).get('Document'))
  return text === undefined ? undefined : collected('awsAnswer', [{ name, text }])
}

/** `aws iam get-role`: the trust policy; what the role may do are other answers. */
function role(answer: Fields): ImportedPolicies | undefined {
  const fields = fieldsOf(answer.get('Role'))
  const text = policyText(fields.get('AssumeRolePolicyDocument'))
  if (text === undefined) return undefined
  const name = textOf(fields.get('RoleName')) ?? 'role'
  const arn = textOf(fields.get('Arn'))
  const boundary = textOf(fieldsOf(fields.get('PermissionsBoundary')).get('PermissionsBoundaryArn'))
  const found: FoundPolicy = {
    name: `${name} trust`,
    text,
    type: 'resource',
    place: `the trust policy of ${name}`,
    ...(arn !== undefined && { attachedTo: [arn] }),
  }
  const notes = [
    `This is who may assume ${name}. What it may do is in the answers of aws iam list-attached-role-policies and aws iam get-role-policy.`,
    ...(boundary === undefined ? [] : [boundaryNote(name, boundary)]),
  ]
  return collected('awsAnswer', [found], { title: `role/${name}`, notes })
}

/** What to do about a boundary of which only the ARN is known. */
function boundaryNote(owner: string, arn: string): string {
  return `${owner} has the permissions boundary ${arn}, whose text isn't here. Add it from aws iam get-policy-version.`
}

/** `aws iam get-role-policy`, `get-user-policy`, `get-group-policy`. */
function inlinePolicy(answer: Fields): ImportedPolicies | undefined {
  const text = policyText(answer.get('PolicyDocument'))
  const name = textOf(answer.get('PolicyName'))
  if (text === undefined || name === undefined) return undefined
  const roleName = textOf(answer.get('RoleName'))
  const userName = textOf(answer.get('UserName'))
  const owner = roleName ?? userName ?? textOf(answer.get('GroupName'))
  const attachedTo =
    roleName !== undefined
      ? roleArns(roleName)
      : userName !== undefined
        ? userArns(userName)
        : undefined
  return collected('awsAnswer', [
    {
      name,
      text,
      type: 'identity',
      place: owner === undefined ? 'an inline policy' : `the inline policies of ${owner}`,
      ...(attachedTo && { attachedTo }),
    },
  ])
}

/** `aws organizations describe-policy`. */
function organizationPolicy(answer: Fields): ImportedPolicies | undefined {
  const fields = fieldsOf(answer.get('Policy'))
  const text = policyText(fields.get('Content'))
  const summary = fieldsOf(fields.get('PolicySummary'))
  const types: Readonly<Record<string, PolicyType>> = {
    SERVICE_CONTROL_POLICY: 'scp',
    RESOURCE_CONTROL_POLICY: 'rcp',
  }
  const type = rowOf(types, textOf(summary.get('Type')) ?? '')
  if (text === undefined || !type) return undefined
  const name = textOf(summary.get('Name')) ?? 'policy'
  return collected('awsAnswer', [{ name, text, type, place: 'the policies of an organization' }])
}

/** `get-bucket-policy`, `get-key-policy`, `get-resource-policy`, `get-queue-attributes` and their like: text in a member. */
function resourcePolicy(answer: Fields, name: string): ImportedPolicies | undefined {
  const attributes = fieldsOf(answer.get('Attributes'))
  const value =
    answer.get('Policy') ??
    answer.get('ResourcePolicy') ??
    answer.get('policy') ??
    answer.get('policyText') ??
    attributes.get('Policy')
  const text = typeof value === 'string' ? policyText(value) : undefined
  if (text === undefined) return undefined
  const arn =
    textOf(answer.get('ARN')) ??
    textOf(attributes.get('QueueArn')) ??
    textOf(attributes.get('TopicArn'))
  const resource = arn === undefined ? undefined : splitArn(arn)?.resource
  return collected('awsAnswer', [
    {
      name: resource ?? name,
      text,
      type: 'resource',
      place: 'the answer of a resource',
      ...(arn !== undefined && { attachedTo: [arn] }),
    },
  ])
}

/** A list of policies: documents, their texts, or documents with a name beside. Undefined when an item is none. */
export function policyList(items: readonly unknown[], name: string): ImportedPolicies | undefined {
  const found = items.map((item, index): FoundPolicy | undefined => {
    const fields = fieldsOf(item)
    const inner = ['PolicyDocument', 'document', 'Document', 'policy', 'text', 'Content'].map(
      (member) => policyText(fields.get(member)),
    )
    const text = policyText(item) ?? inner.find((one) => one !== undefined)
    if (text === undefined) return undefined
    const names = ['PolicyName', 'name', 'Name'].map((member) => textOf(fields.get(member)))
    return { name: names.find((one) => one !== undefined) ?? `${name} ${index + 1}`, text }
  })
  const policies = found.flatMap((policy) => policy ?? [])
  return policies.length === items.length && items.length > 0
    ? collected('policyList', policies)
    : undefined
}

/** Members of which an answer holds several policies: `get-account-authorization-details` is read elsewhere. */
export function listIn(answer: Fields): readonly unknown[] | undefined {
  for (const member of ['PolicyList', 'Policies', 'policies', 'PolicyVersionList']) {
    const items = itemsOf(answer.get(member))
    if (items.length > 0) return items
  }
  return undefined
}
