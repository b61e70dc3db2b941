import type { AccessLevel, Companion } from './reference.ts'

/** What a rule needs to know of an action. */
export interface CompanionCandidate {
  readonly name: string
  readonly accessLevel: string
  readonly conditionKeys: readonly string[]
  readonly resourceTypes: readonly { readonly conditionKeys: readonly string[] }[]
}

const docs = 'https://docs.aws.amazon.com/'
const passRole = `${docs}IAM/latest/UserGuide/id_roles_use_passrole.html`
const tagging = `${docs}IAM/latest/UserGuide/access_tags.html`

type Row = readonly [actions: string, when: string, need: Companion['need']]

/**
 * Actions that take the ARN of a role and hand it to a service, so that the caller needs `iam:PassRole` on that role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html, and the page of each service.
 */
const rolePassing: readonly Row[] = [
  ['lambda:CreateFunction', 'to hand the function its role', 'always'],
  ['lambda:UpdateFunctionConfiguration', 'to give the function another role', 'sometimes'],
  [
    'ec2:RunInstances ec2:RequestSpotInstances',
    'to start an instance with an instance profile',
    'sometimes',
  ],
  [
    'ec2:AssociateIamInstanceProfile ec2:ReplaceIamInstanceProfileAssociation',
    'to hand the instance its role',
    'always',
  ],
  ['ec2:RequestSpotFleet', 'to hand the fleet its role', 'always'],
  ['ecs:RegisterTaskDefinition', 'to set a task role or an execution role', 'sometimes'],
  ['ecs:RunTask ecs:StartTask', 'to override the roles of the task', 'sometimes'],
  ['ecs:CreateService ecs:UpdateService', 'to hand the service its role', 'sometimes'],
  ['eks:CreateCluster', 'to hand the cluster its role', 'always'],
  ['eks:CreateNodegroup', 'to hand the nodes their role', 'always'],
  ['eks:CreateFargateProfile', 'to hand the pods their execution role', 'always'],
  ['eks:CreatePodIdentityAssociation', 'to hand the pods their role', 'always'],
  [
    'cloudformation:CreateStack cloudformation:UpdateStack cloudformation:DeleteStack cloudformation:CreateChangeSet',
    'to give the stack a service role',
    'sometimes',
  ],
  [
    'cloudformation:CreateStackSet cloudformation:UpdateStackSet',
    'to name an administration role',
    'sometimes',
  ],
  ['glue:CreateJob glue:CreateCrawler glue:CreateDevEndpoint', 'to hand Glue its role', 'always'],
  ['glue:UpdateJob glue:UpdateCrawler', 'to give it another role', 'sometimes'],
  [
    'sagemaker:CreateNotebookInstance sagemaker:CreateTrainingJob sagemaker:CreateProcessingJob sagemaker:CreateModel',
    'to hand SageMaker its execution role',
    'always',
  ],
  [
    'sagemaker:CreateAutoMLJob sagemaker:CreateDomain sagemaker:CreatePipeline',
    'to hand SageMaker its execution role',
    'always',
  ],
  ['states:CreateStateMachine', 'to hand the state machine its role', 'always'],
  ['states:UpdateStateMachine', 'to give the state machine another role', 'sometimes'],
  ['codebuild:CreateProject', 'to hand the project its service role', 'always'],
  ['codebuild:UpdateProject', 'to give the project another role', 'sometimes'],
  [
    'codepipeline:CreatePipeline codepipeline:UpdatePipeline',
    'to hand the pipeline its role',
    'always',
  ],
  ['codedeploy:CreateDeploymentGroup', 'to hand the deployment group its role', 'always'],
  ['datapipeline:PutPipelineDefinition', 'to name the roles of the pipeline', 'sometimes'],
  ['elasticmapreduce:RunJobFlow', 'to hand the cluster its roles', 'always'],
  ['emr-serverless:StartJobRun', 'to hand the job its runtime role', 'always'],
  ['events:PutTargets', 'to name a role for the target', 'sometimes'],
  ['scheduler:CreateSchedule scheduler:UpdateSchedule', 'to hand the schedule its role', 'always'],
  ['pipes:CreatePipe', 'to hand the pipe its role', 'always'],
  ['firehose:CreateDeliveryStream', 'to hand the stream its role', 'sometimes'],
  ['iot:CreateTopicRule iot:ReplaceTopicRule', 'to name a role for an action', 'sometimes'],
  ['iot:CreateRoleAlias', 'to hand out the role', 'always'],
  ['apprunner:CreateService', 'to name an access role or instance role', 'sometimes'],
  ['appsync:CreateDataSource', 'to name a role for the data source', 'sometimes'],
  ['apigateway:POST apigateway:PUT', 'to name a role for an integration', 'sometimes'],
  [
    'backup:CreateBackupSelection backup:StartBackupJob backup:StartRestoreJob',
    'to hand AWS Backup its role',
    'always',
  ],
  ['batch:RegisterJobDefinition', 'to set a job role or an execution role', 'sometimes'],
  ['batch:CreateComputeEnvironment', 'to name a service role or an instance role', 'sometimes'],
  [
    'bedrock:CreateAgent bedrock:CreateKnowledgeBase bedrock:CreateModelCustomizationJob',
    'to hand Bedrock its role',
    'always',
  ],
  ['bedrock-agentcore:CreateAgentRuntime', 'to hand the agent its role', 'always'],
  ['bedrock-agentcore:CreateCodeInterpreter', 'to name an execution role', 'sometimes'],
  [
    'cloudtrail:CreateTrail cloudtrail:UpdateTrail',
    'to send events to CloudWatch Logs',
    'sometimes',
  ],
  ['config:PutConfigurationRecorder', 'to hand AWS Config its role', 'always'],
  ['dms:CreateEndpoint', 'to name a role for the endpoint', 'sometimes'],
  ['ec2:CreateFlowLogs', 'to deliver the flow logs to CloudWatch Logs', 'sometimes'],
  [
    'autoscaling:CreateAutoScalingGroup autoscaling:PutLifecycleHook',
    'to name a role',
    'sometimes',
  ],
  ['kinesisanalytics:CreateApplication', 'to hand the application its role', 'always'],
  [
    'logs:PutSubscriptionFilter logs:PutDestination',
    'to name a role for the delivery',
    'sometimes',
  ],
  ['rds:CreateDBInstance rds:ModifyDBInstance', 'to name a monitoring role', 'sometimes'],
  ['rds:AddRoleToDBCluster rds:AddRoleToDBInstance', 'to hand the database its role', 'always'],
  [
    'redshift:CreateCluster redshift:ModifyClusterIamRoles',
    'to hand the cluster its roles',
    'sometimes',
  ],
  ['s3:PutReplicationConfiguration', 'to hand S3 the replication role', 'always'],
  ['s3:CreateJob', 'to hand the batch job its role', 'always'],
  ['ssm:StartAutomationExecution', 'to name the role the automation assumes', 'sometimes'],
  ['ssm:SendCommand', 'to name a role for notifications', 'sometimes'],
  ['ssm:CreateActivation', 'to hand the managed nodes their role', 'always'],
  ['transfer:CreateUser transfer:CreateAccess', 'to hand the user its role', 'always'],
  ['transfer:CreateServer', 'to name a logging role', 'sometimes'],
]

/**
 * Services that ask for another permission than `TagResource` when something is created with tags, or for none of their own.
 * An empty list: the create action itself is all it takes, or tags cannot be given on creation.
 */
const tagOnCreateExceptions: Readonly<
  Record<string, { readonly action: string | undefined; readonly page: string }>
> = {
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
  ec2: {
    action: 'ec2:CreateTags',
    page: `${docs}AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html`,
  },
  // Tags of a new Auto Scaling group are checked by autoscaling:CreateOrUpdateTags.
  autoscaling: {
    action: 'autoscaling:CreateOrUpdateTags',
    page: `${docs}autoscaling/ec2/userguide/security_iam_service-with-iam.html`,
  },
  // Amazon Route 53 has no create call that takes tags.
  route53: {
    action: undefined,
    page: `${docs}Route53/latest/APIReference/API_ChangeTagsForResource.html`,
  },
}

/** Where one service has several tagging actions, one for each kind of thing: `iam:CreateRole` needs `iam:TagRole`. */
const tagOnCreate: readonly (readonly [action: string, companion: string, page: string])[] = [
  ['iam:CreateRole', 'iam:TagRole', `${docs}IAM/latest/UserGuide/id_tags_roles.html`],
  ['iam:CreateUser', 'iam:TagUser', `${docs}IAM/latest/UserGuide/id_tags_users.html`],
  [
    'iam:CreatePolicy',
    'iam:TagPolicy',
    `${docs}IAM/latest/UserGuide/id_tags_customer-managed-policies.html`,
  ],
  [
    'iam:CreateInstanceProfile',
    'iam:TagInstanceProfile',
    `${docs}IAM/latest/UserGuide/id_tags_instance-profiles.html`,
  ],
  [
    'iam:CreateOpenIDConnectProvider',
    'iam:TagOpenIDConnectProvider',
    `${docs}IAM/latest/UserGuide/id_tags_oidc.html`,
  ],
  [
    'iam:CreateSAMLProvider',
    'iam:TagSAMLProvider',
    `${docs}IAM/latest/UserGuide/id_tags_saml.html`,
  ],
  [
    'iam:CreateVirtualMFADevice',
    'iam:TagMFADevice',
    `${docs}IAM/latest/UserGuide/id_tags_virtual-mfa.html`,
  ],
  [
    'iam:UploadServerCertificate',
    'iam:TagServerCertificate',
    `${docs}IAM/latest/UserGuide/id_tags_server-certificates.html`,
  ],
  ['s3:PutObject', 's3:PutObjectTagging', `${docs}AmazonS3/latest/userguide/object-tagging.html`],
  [
    's3:ReplicateObject',
    's3:ReplicateTags',
    `${docs}AmazonS3/latest/userguide/setting-repl-config-perm-overview.html`,
  ],
  [
    's3:CreateJob',
    's3:PutJobTagging',
    `${docs}AmazonS3/latest/userguide/batch-ops-managing-jobs.html`,
  ],
  ['s3:CreateBucket', 's3:TagResource', `${docs}AmazonS3/latest/userguide/buckets-tagging.html`],
  ['kms:CreateKey', 'kms:TagResource', `${docs}kms/latest/developerguide/tag-permissions.html`],
  [
    'sqs:CreateQueue',
    'sqs:TagQueue',
    `${docs}AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-customer-managed-policy-examples.html`,
  ],
]

let byAction: ReadonlyMap<string, readonly Companion[]> | undefined

/** The tables by action; made when first asked for, so that a bundle that only reads compiled files leaves them out. */
function tables(): ReadonlyMap<string, readonly Companion[]> {
  if (byAction) return byAction
  const made = new Map<string, Companion[]>()
  const add = (id: string, companion: Companion) => {
    const listed = made.get(id)
    if (listed) listed.push(companion)
    else made.set(id, [companion])
  }
  for (const [actions, when, need] of rolePassing)
    for (const id of actions.split(' '))
      add(id, { action: 'iam:PassRole', when, need, page: passRole })
  for (const [id, action, page] of tagOnCreate) add(id, taggingCompanion(action, page))
  byAction = made
  return made
}

function taggingCompanion(action: string, page: string): Companion {
  return { action, when: withTags, need: 'sometimes', page }
}

const withTags = 'to set tags at the same time'

/** The names services give to the one action that adds tags to anything of theirs. */
const taggingNames = ['TagResource', 'TagResources', 'AddTagsToResource', 'AddTags', 'CreateTags']

/**
 * The other permissions that calls of an action need: those of the tables, and for every action that takes tags in its request the
 * service's tagging action. That rule holds for most services; where it does not, the exceptions say what does.
 */
export function companionsOfAction(
  service: string,
  action: CompanionCandidate,
  all: readonly CompanionCandidate[],
): readonly Companion[] {
  const listed = tables().get(`${service}:${action.name}`) ?? []
  if (listed.some(({ when }) => when === withTags)) return listed
  if (service === 'iam' || service === 's3' || !takesTags(action) || isTagging(action))
    return listed
  const exception = tagOnCreateExceptions[service]
  if (exception)
    return exception.action && exception.action !== `${service}:${action.name}`
      ? [...listed, taggingCompanion(exception.action, exception.page)]
      : listed
  for (const name of taggingNames) {
    const tagger = all.find((other) => other.name === name && isTagging(other))
    if (tagger) return [...listed, taggingCompanion(`${service}:${tagger.name}`, tagging)]
  }
  return listed
}

function takesTags({ conditionKeys, resourceTypes }: CompanionCandidate): boolean {
  return [conditionKeys, ...resourceTypes.map((type) => type.conditionKeys)].some((keys) =>
    keys.some((key) => /^aws:RequestTag\//iu.test(key)),
  )
}

const taggingLevel: AccessLevel = 'Tagging'

function isTagging({ accessLevel }: CompanionCandidate): boolean {
  return accessLevel.split(/,\s*/u).includes(taggingLevel)
}
