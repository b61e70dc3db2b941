import type { PolicyType } from '#policy'
import { collected, type FoundPolicy } from './collection.ts'
import { fieldsOf, itemsOf, rowOf, textOf, textsOf, type Fields } from './fields.ts'
import type { ImportedPolicies } from './imported.ts'
import { bucketArns, roleArns, userArns } from './owners.ts'
import { policyText } from './policy-text.ts'

/** An argument that holds a policy. */
interface Site {
  readonly argument: string
  readonly type: PolicyType
  readonly words: string
  /** The argument that names whoever it belongs to, and what that makes. */
  readonly owner?: readonly [argument: string, arns: (name: string) => readonly string[]]
}

const itself = (arn: string): readonly string[] => [arn]

const onResource = (argument: string, words: string, owner?: Site['owner']): Site => ({
  argument,
  type: 'resource',
  words,
  ...(owner && { owner }),
})

/** Where the AWS provider's resources keep policies. */
const sites: Readonly<Record<string, Site>> = {
  aws_iam_policy: { argument: 'policy', type: 'identity', words: 'the managed policy' },
  aws_iam_role_policy: {
    argument: 'policy',
    type: 'identity',
    words: 'the inline policy',
    owner: ['role', roleArns],
  },
  aws_iam_user_policy: {
    argument: 'policy',
    type: 'identity',
    words: 'the inline policy',
    owner: ['user', userArns],
  },
  aws_iam_group_policy: { argument: 'policy', type: 'identity', words: 'the inline policy' },
  aws_ssoadmin_permission_set_inline_policy: {
    argument: 'inline_policy',
    type: 'identity',
    words: 'the inline policy',
  },
  aws_iam_role: onResource('assume_role_policy', 'the trust policy', ['name', roleArns]),
  aws_s3_bucket: onResource('policy', 'the bucket policy', ['bucket', bucketArns]),
  aws_s3_bucket_policy: onResource('policy', 'the bucket policy', ['bucket', bucketArns]),
  aws_s3_access_point: onResource('policy', 'the access point policy'),
  aws_kms_key: onResource('policy', 'the key policy', ['arn', itself]),
  aws_kms_key_policy: onResource('policy', 'the key policy'),
  aws_sqs_queue: onResource('policy', 'the queue policy', ['arn', itself]),
  aws_sqs_queue_policy: onResource('policy', 'the queue policy'),
  aws_sns_topic: onResource('policy', 'the topic policy', ['arn', itself]),
  aws_sns_topic_policy: onResource('policy', 'the topic policy', ['arn', itself]),
  aws_secretsmanager_secret: onResource('policy', 'the secret policy', ['arn', itself]),
  aws_secretsmanager_secret_policy: onResource('policy', 'the secret policy', [
    'secret_arn',
    itself,
  ]),
  aws_ecr_repository_policy: onResource('policy', 'the repository policy'),
  aws_efs_file_system_policy: onResource('policy', 'the file system policy'),
  aws_opensearch_domain: onResource('access_policies', 'the access policy'),
  aws_opensearch_domain_policy: onResource('access_policies', 'the access policy'),
  aws_elasticsearch_domain: onResource('access_policies', 'the access policy'),
  aws_dynamodb_resource_policy: onResource('policy', 'the table policy', ['resource_arn', itself]),
  aws_kinesis_resource_policy: onResource('policy', 'the stream policy', ['resource_arn', itself]),
  aws_cloudwatch_event_bus_policy: onResource('policy', 'the event bus policy'),
  aws_cloudwatch_log_resource_policy: onResource('policy_document', 'the log resource policy'),
  aws_backup_vault_policy: onResource('policy', 'the vault policy'),
  aws_glacier_vault: onResource('access_policy', 'the vault policy'),
  aws_api_gateway_rest_api: onResource('policy', 'the API policy'),
  aws_api_gateway_rest_api_policy: onResource('policy', 'the API policy'),
  aws_vpc_endpoint: { argument: 'policy', type: 'endpoint', words: 'the endpoint policy' },
  aws_vpc_endpoint_policy: { argument: 'policy', type: 'endpoint', words: 'the endpoint policy' },
  aws_organizations_policy: { argument: 'content', type: 'scp', words: 'the organization policy' },
}

const organizationTypes: Readonly<Record<string, PolicyType>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
}

/** Whether a value is what `terraform show -json` prints of a plan or a state. */
export function isTerraform(fields: Fields): boolean {
  return (
    fields.has('planned_values') ||
    fields.has('resource_changes') ||
    (fields.has('terraform_version') && fields.has('values'))
  )
}

interface Resource {
  readonly address: string
  readonly type: string
  readonly values: Fields
}

/** Every policy of a plan or a state, as it will be, under its resource's address. */
export function readTerraform(plan: Fields): ImportedPolicies {
  const values = fieldsOf(plan.get('planned_values') ?? plan.get('values'))
  const planned = resourcesIn(values.get('root_module'), 0)
  const resources = planned.length > 0 ? planned : changedResources(plan.get('resource_changes'))
  const notes: string[] = []
  const found = resources.flatMap((resource) => policiesOf(resource, notes))
  return collected('terraform', found, { notes })
}

/** Modules lie in modules, though not this deep. */
const deepest = 50

function resourcesIn(module: unknown, depth: number): readonly Resource[] {
  if (depth > deepest) return []
  const fields = fieldsOf(module)
  return [
    ...itemsOf(fields.get('resources')).flatMap((item) => resource(item, 'values')),
    ...itemsOf(fields.get('child_modules')).flatMap((child) => resourcesIn(child, depth + 1)),
  ]
}

function changedResources(changes: unknown): readonly Resource[] {
  return itemsOf(changes).flatMap((item) => {
    const change = fieldsOf(fieldsOf(item).get('change'))
    return resource(
      { ...Object.fromEntries(fieldsOf(item)), values: change.get('after') },
      'values',
    )
  })
}

function resource(item: unknown, member: string): readonly Resource[] {
  const fields = fieldsOf(item)
  const type = textOf(fields.get('type'))
  const address = textOf(fields.get('address')) ?? textOf(fields.get('name'))
  // What a data source reads is there already; only resources are attached to something.
  if (type === undefined || address === undefined || fields.get('mode') === 'data') return []
  return [{ address, type, values: fieldsOf(fields.get(member)) }]
}

function policiesOf({ address, type, values }: Resource, notes: string[]): readonly FoundPolicy[] {
  const known = rowOf(sites, type)
  const found: FoundPolicy[] = []
  const text = known && policyText(values.get(known.argument))
  if (known && text !== undefined) {
    const isOrganization = type === 'aws_organizations_policy'
    const kind = textOf(values.get('type')) ?? 'SERVICE_CONTROL_POLICY'
    const policyType = isOrganization ? rowOf(organizationTypes, kind) : known.type
    const [argument, arns] = known.owner ?? []
    const owner = argument === undefined ? undefined : textOf(values.get(argument))
    if (policyType)
      found.push({
        name: type === 'aws_iam_role' ? `${address} trust` : address,
        text,
        type: policyType,
        place: `${known.words} ${address}`,
        ...(owner !== undefined && arns && { attachedTo: arns(owner) }),
      })
  } else if (known && isRequired(type))
    notes.push(`${address}: its policy is known only after it is applied.`)
  if (type === 'aws_iam_role')
    for (const policy of inlinePolicies(address, values)) found.push(policy)
  const boundary = textOf(values.get('permissions_boundary'))
  if (/^aws_iam_(?:role|user)$/u.test(type) && boundary !== undefined)
    notes.push(
      `${address} has the permissions boundary ${boundary}. If its policy is here, change its type.`,
    )
  const managed = textsOf(values.get('managed_policy_arns') ?? values.get('policy_arn'))
  if (managed.length > 0) notes.push(`${address} also attaches ${managed.join(', ')}.`)
  return found
}

/** Resources that are nothing without their policy; the others may have none. */
function isRequired(type: string): boolean {
  return /_policy$/u.test(type) || type === 'aws_iam_role'
}

function inlinePolicies(address: string, values: Fields): readonly FoundPolicy[] {
  const role = textOf(values.get('name'))
  return itemsOf(values.get('inline_policy')).flatMap((item, index) => {
    const fields = fieldsOf(item)
    const text = policyText(fields.get('policy'))
    const name = textOf(fields.get('name')) ?? `${address} policy ${index + 1}`
    return text === undefined
      ? []
      : [
          {
            name,
            text,
            type: 'identity' as const,
            place: `the inline policies of ${address}`,
            ...(role !== undefined && { attachedTo: roleArns(role) }),
          },
        ]
  })
}
