/** One way to get more permissions than one was given. */
export interface EscalationMethod {
  /** Completes "the holder can …". */
  readonly sentence: string
  /** All of these together; of a list in it, any one. */
  readonly actions: readonly (string | readonly string[])[]
  /** The type that the resources of the actions have, where an ARN of another type would be of no use. */
  readonly on?: string
  /** The service that a passed role goes to. */
  readonly passesTo?: string
}

const single = (on: string, rows: Readonly<Record<string, string>>): readonly EscalationMethod[] =>
  Object.entries(rows).map(([action, sentence]) => ({ sentence, actions: [action], on }))

const passing = (
  passesTo: string,
  sentence: string,
  ...actions: EscalationMethod['actions']
): EscalationMethod => ({
  sentence,
  actions: [...actions, 'iam:PassRole'],
  passesTo,
})

const usersCredentials: readonly EscalationMethod[] = single('user', {
  'iam:CreateAccessKey': 'create an access key for any user and act as that user',
  'iam:CreateLoginProfile': 'give any user a console password and sign in as that user',
  'iam:UpdateLoginProfile': "change any user's console password and sign in as that user",
})

const morePolicy: readonly EscalationMethod[] = [
  ...single('policy', {
    'iam:CreatePolicyVersion': 'rewrite any managed policy, one attached to the holder included',
    'iam:SetDefaultPolicyVersion': 'put an older, wider version of any managed policy in force',
  }),
  ...single('user', {
    'iam:AttachUserPolicy': 'attach any policy to any user, the holder included',
    'iam:PutUserPolicy': 'write an inline policy for any user, the holder included',
  }),
  ...single('group', {
    'iam:AttachGroupPolicy': 'attach any policy to any group',
    'iam:PutGroupPolicy': 'write an inline policy for any group',
    'iam:AddUserToGroup': 'join any group',
  }),
  ...single('role', {
    'iam:AttachRolePolicy': 'attach any policy to any role',
    'iam:PutRolePolicy': 'write an inline policy for any role',
    'iam:UpdateAssumeRolePolicy': 'let itself assume any role',
  }),
]

const newCompute: readonly EscalationMethod[] = [
  passing(
    'ec2.amazonaws.com',
    'start an instance with any role and read its credentials',
    'ec2:RunInstances',
  ),
  passing(
    'ec2.amazonaws.com',
    'request a Spot Instance with any role and read its credentials',
    'ec2:RequestSpotInstances',
  ),
  passing(
    'lambda.amazonaws.com',
    'run code of its own in a function with any role',
    'lambda:CreateFunction',
    ['lambda:InvokeFunction', 'lambda:AddPermission', 'lambda:CreateEventSourceMapping'],
  ),
  passing(
    'glue.amazonaws.com',
    'open a Glue development endpoint with any role',
    'glue:CreateDevEndpoint',
  ),
  passing('glue.amazonaws.com', 'run a Glue job of its own with any role', 'glue:CreateJob', [
    'glue:StartJobRun',
    'glue:CreateTrigger',
  ]),
  passing(
    'cloudformation.amazonaws.com',
    'have CloudFormation create resources with any role',
    'cloudformation:CreateStack',
  ),
  passing(
    'cloudformation.amazonaws.com',
    'have a stack set create resources with any role',
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances',
  ),
  passing(
    'datapipeline.amazonaws.com',
    'run commands in a data pipeline with any role',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
  ),
  passing(
    'codebuild.amazonaws.com',
    'run a build of its own with any role',
    'codebuild:CreateProject',
    ['codebuild:StartBuild', 'codebuild:StartBuildBatch'],
  ),
  passing(
    'ecs-tasks.amazonaws.com',
    'run a container of its own with any role',
    'ecs:RegisterTaskDefinition',
    ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService'],
  ),
  passing('sagemaker.amazonaws.com', 'run code of its own in SageMaker with any role', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreateTrainingJob',
    'sagemaker:CreateProcessingJob',
  ]),
  passing(
    'tasks.apprunner.amazonaws.com',
    'run a container of its own in App Runner with any role',
    'apprunner:CreateService',
  ),
  passing(
    'bedrock-agentcore.amazonaws.com',
    'run code of its own in a code interpreter with any role',
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ),
]

const existingRoles: readonly EscalationMethod[] = [
  {
    sentence: 'replace the code of any function and run it with the role the function has',
    actions: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'],
  },
  {
    sentence: 'add its own key to any Glue development endpoint and use the role that one has',
    actions: ['glue:UpdateDevEndpoint'],
  },
  {
    sentence: 'change what any instance runs at its start and use the role the instance has',
    actions: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
    on: 'instance',
  },
  {
    sentence: 'open any notebook instance and use the role it has',
    actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
  },
]

/**
 * The known ways from some permissions to more that need nothing but the permissions themselves. Ways that depend on what a role
 * nobody showed us may do (assuming it, sending it a command) are left out on purpose.
 */
export const escalationMethods: readonly EscalationMethod[] = [
  ...usersCredentials,
  ...morePolicy,
  ...newCompute,
  ...existingRoles,
]

/** The services that a role is passed to by the actions of this service. */
export function passedToBy(service: string): readonly string[] {
  return [
    ...new Set(
      escalationMethods.flatMap(({ actions, passesTo }) =>
        passesTo !== undefined && actions.flat().some((action) => action.startsWith(`${service}:`))
          ? passesTo
          : [],
      ),
    ),
  ]
}
