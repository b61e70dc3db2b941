/** What the values of a context key are, which says the operators that fit. */
export type KeyType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'epoch' | 'ip'

/** A context key that requests to every service can carry. */
export interface GlobalKey {
  /** As AWS spells it; ends in `/` where the name of a tag follows. */
  readonly name: string
  /** What it holds, in one sentence. */
  readonly description: string
  /** The requests that carry it, in one sentence. */
  readonly present: string
  readonly type: KeyType
  /** Carries a list: needs ForAllValues or ForAnyValue, and cannot be a variable. */
  readonly multivalued: boolean
  /** A tag's name follows the name. */
  readonly tag: boolean
  /** AWS's page on this key. */
  readonly page: string
}

const address =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-'

const always = 'In every request.'
const signed = 'In every signed request.'
const organization = 'When the principal belongs to an organization.'
const servicePrincipal = 'Only when an AWS service calls with its service principal.'
const onBehalf =
  'Only when an AWS service calls with its service principal on behalf of a resource.'
const onBehalfOrganization =
  'Only when an AWS service calls on behalf of a resource whose account belongs to an organization.'
const temporary = 'Only with temporary credentials.'
const endpoint = 'Only when the request comes through a VPC endpoint.'
const endpointSomeServices =
  'When the request comes through a VPC endpoint, for the services that support it.'
const forwarded = "Only when a service makes the call with the principal's credentials."
const resourceOrganization = 'When the account that owns the resource belongs to an organization.'
const instanceCredentials = 'Only with the credentials of an EC2 instance role.'
const codeBuild = 'Only with the credentials of a role that CodeBuild assumed.'

type Row = readonly [
  name: string,
  type: KeyType,
  description: string,
  present: string,
  /** Only where the anchor of AWS's page is not the name after its colon in lower case. */
  anchor?: string,
]

const single: readonly Row[] = [
  // The principal
  ['aws:PrincipalArn', 'arn', "The ARN of the principal; for a role session, the role's.", signed],
  [
    'aws:PrincipalAccount',
    'string',
    "The principal's account; anonymous for an unsigned request.",
    always,
  ],
  ['aws:PrincipalOrgID', 'string', "The organization of the principal's account.", organization],
  [
    'aws:PrincipalTag/',
    'string',
    'The value of a tag of the principal or its session.',
    'When the user, role or session has that tag.',
  ],
  [
    'aws:PrincipalIsAWSService',
    'bool',
    'Whether an AWS service calls directly, as itself.',
    signed,
  ],
  [
    'aws:PrincipalServiceName',
    'string',
    'The service principal that calls, such as cloudtrail.amazonaws.com.',
    servicePrincipal,
  ],
  [
    'aws:PrincipalType',
    'string',
    'Account, User, FederatedUser, AssumedRole or Anonymous.',
    always,
  ],
  [
    'aws:userid',
    'string',
    "The principal's unique ID; for a role session, the role's ID and the session's name.",
    always,
  ],
  [
    'aws:username',
    'string',
    'The name of the IAM user, without its path.',
    'Only for IAM users; never for roles, federated users and the root user.',
  ],

  // The role session
  [
    'aws:AssumedRoot',
    'bool',
    'Whether the credentials are those of a privileged root session.',
    'Only with credentials from sts:AssumeRoot.',
  ],
  [
    'aws:FederatedProvider',
    'string',
    'The OpenID Connect provider that signed the person in.',
    'In the trust policy of, and in sessions from, sts:AssumeRoleWithWebIdentity.',
  ],
  ['aws:TokenIssueTime', 'date', 'When the temporary credentials were issued.', temporary],
  [
    'aws:SignInSessionArn',
    'arn',
    'The AWS Sign-In session from which the credentials come.',
    'Only with credentials from an AWS Sign-In OAuth session, such as aws login.',
  ],
  [
    'aws:MultiFactorAuthAge',
    'numeric',
    'Seconds since the principal signed in with MFA.',
    'Only with temporary credentials of someone who used MFA.',
  ],
  [
    'aws:MultiFactorAuthPresent',
    'bool',
    'Whether MFA was used to get the temporary credentials.',
    'Only with temporary credentials; absent, not false, with access keys.',
  ],
  [
    'aws:ChatbotSourceArn',
    'arn',
    'The chat configuration from which the session was started.',
    'Only in sessions of Amazon Q Developer in chat applications.',
  ],
  [
    'aws:Ec2InstanceSourceVpc',
    'string',
    'The VPC to which the instance role credentials were delivered.',
    instanceCredentials,
  ],
  [
    'aws:Ec2InstanceSourcePrivateIPv4',
    'ip',
    'The private IPv4 address to which the instance role credentials were delivered.',
    instanceCredentials,
    'ec2instancesourceprivateip4',
  ],
  [
    'aws:SourceIdentity',
    'string',
    'The source identity set when the role was assumed; it cannot be changed later.',
    'Only in role sessions for which it was set.',
  ],
  [
    'ec2:RoleDelivery',
    'numeric',
    'The version of the instance metadata service that delivered the credentials: 1.0 or 2.0.',
    instanceCredentials,
    'ec2-role-delivery',
  ],
  [
    'ec2:SourceInstanceArn',
    'arn',
    'The EC2 instance from which the role session comes.',
    instanceCredentials,
    'ec2-source-instance-arn',
  ],
  [
    'glue:RoleAssumedBy',
    'string',
    'glue.amazonaws.com when AWS Glue itself uses a service role.',
    'Only in calls that AWS Glue makes with a service role.',
    'glue-role-assumed-by',
  ],
  [
    'glue:CredentialIssuingService',
    'string',
    'glue.amazonaws.com when a Glue job or developer endpoint calls.',
    'Only in calls from a Glue job or developer endpoint.',
    'glue-credential-issuing',
  ],
  [
    'codebuild:BuildArn',
    'arn',
    'The CodeBuild build to which the credentials were delivered.',
    codeBuild,
    'codebuild-build-arn',
  ],
  [
    'codebuild:ProjectArn',
    'arn',
    'The CodeBuild project to whose build the credentials were delivered.',
    codeBuild,
    'codebuild-project-arn',
  ],
  [
    'lambda:SourceFunctionArn',
    'arn',
    'The Lambda function to which the credentials were delivered.',
    'Only in calls from a Lambda function.',
    'lambda-source-function-arn',
  ],
  [
    'ssm:SourceInstanceArn',
    'arn',
    'The managed instance to which the credentials were delivered.',
    'Only with credentials of an instance managed by Systems Manager.',
    'ssm-source-instance-arn',
  ],
  [
    'identitystore:UserId',
    'string',
    'The user of IAM Identity Center who calls.',
    'Only when the caller is a user in IAM Identity Center.',
    'identity-store-user-id',
  ],

  // The network
  [
    'aws:SourceIp',
    'ip',
    'The public IP address from which the request comes.',
    'Unless the request comes through a VPC endpoint.',
  ],
  [
    'aws:SourceVpc',
    'string',
    'The VPC to which the VPC endpoint of the request is attached.',
    endpoint,
  ],
  [
    'aws:SourceVpcArn',
    'arn',
    'The ARN of the VPC to which the VPC endpoint of the request is attached.',
    endpointSomeServices,
  ],
  ['aws:SourceVpce', 'string', 'The VPC endpoint through which the request comes.', endpoint],
  [
    'aws:VpceAccount',
    'string',
    'The account that owns the VPC endpoint of the request.',
    endpointSomeServices,
  ],
  [
    'aws:VpceOrgID',
    'string',
    'The organization of the account that owns the VPC endpoint.',
    endpointSomeServices,
  ],
  [
    'aws:VpcSourceIp',
    'ip',
    'The IP address inside the VPC from which the request comes.',
    endpoint,
  ],

  // The resource
  [
    'aws:ResourceAccount',
    'string',
    'The account that owns the resource.',
    'In most requests; a few actions that invite or accept do not carry it.',
  ],
  [
    'aws:ResourceOrgID',
    'string',
    'The organization of the account that owns the resource.',
    resourceOrganization,
  ],
  [
    'aws:ResourceTag/',
    'string',
    'The value of a tag on the resource.',
    'When the resource has that tag and the service supports tags in policies.',
  ],

  // The request
  [
    'aws:CalledViaFirst',
    'string',
    "The first service that used the principal's credentials.",
    forwarded,
  ],
  [
    'aws:CalledViaLast',
    'string',
    "The last service that used the principal's credentials.",
    forwarded,
  ],
  [
    'aws:CalledViaAWSMCP',
    'string',
    "The AWS MCP service that calls with the principal's credentials.",
    'Only when an AWS MCP service makes the call.',
    'calledviaawasmcp',
  ],
  [
    'aws:ViaAWSService',
    'bool',
    "Whether a service makes the call with the principal's credentials.",
    always,
  ],
  [
    'aws:ViaAWSMCPService',
    'bool',
    "Whether an AWS MCP service makes the call with the principal's credentials.",
    'When an AWS MCP service makes the call.',
  ],
  ['aws:CurrentTime', 'date', 'When the request is made.', always],
  ['aws:EpochTime', 'epoch', 'When the request is made, in seconds since 1970.', always],
  [
    'aws:referer',
    'string',
    'The page that linked to the resource, as the caller states it. Not a proof of anything.',
    'Only when a browser followed a link.',
  ],
  [
    'aws:RequestedRegion',
    'string',
    'The Region whose endpoint is called; us-east-1 for global services.',
    always,
  ],
  [
    'aws:RequestTag/',
    'string',
    'The value of a tag that the request wants to set.',
    'When the request passes that tag.',
  ],
  ['aws:SecureTransport', 'bool', 'Whether the request was sent with TLS.', always],
  [
    'aws:SourceAccount',
    'string',
    'The account of the resource for which a service calls.',
    onBehalf,
  ],
  [
    'aws:SourceArn',
    'arn',
    'The resource for which a service calls; never the principal.',
    onBehalf,
  ],
  [
    'aws:SourceOrgID',
    'string',
    'The organization of the resource for which a service calls.',
    onBehalfOrganization,
  ],
  [
    'aws:UserAgent',
    'string',
    'The client, as the caller states it. Not a proof of anything.',
    always,
  ],
  [
    'aws:IsMcpServiceAction',
    'bool',
    'Whether the action belongs to an MCP service.',
    'When the action is authorized by an MCP service.',
  ],
]

const several: readonly Row[] = [
  [
    'aws:PrincipalOrgPaths',
    'string',
    "The path of the principal's account through its organization.",
    organization,
  ],
  [
    'aws:PrincipalServiceNamesList',
    'string',
    'All service principal names of the service that calls.',
    servicePrincipal,
  ],
  [
    'aws:VpceOrgPaths',
    'string',
    'The path through its organization of the account that owns the VPC endpoint.',
    endpointSomeServices,
  ],
  [
    'aws:ResourceOrgPaths',
    'string',
    "The path of the resource's account through its organization.",
    resourceOrganization,
  ],
  [
    'aws:CalledVia',
    'string',
    "The services that used the principal's credentials, in order.",
    forwarded,
  ],
  [
    'aws:TagKeys',
    'string',
    'The keys of the tags that the request wants to set.',
    'When the action can be passed tags.',
  ],
  [
    'aws:SourceOrgPaths',
    'string',
    'The path through its organization of the resource for which a service calls.',
    onBehalfOrganization,
  ],
]

function key(multivalued: boolean, [name, type, description, present, anchor]: Row): GlobalKey {
  const tag = name.endsWith('/')
  const named = name.slice(name.indexOf(':') + 1, tag ? -1 : undefined).toLowerCase()
  return { name, description, present, type, multivalued, tag, page: address + (anchor ?? named) }
}

/**
 * The keys of AWS's page "AWS global condition context keys", the few that begin with a service's name included:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const globalKeys: readonly GlobalKey[] = [
  ...single.map((row) => key(false, row)),
  ...several.map((row) => key(true, row)),
]

const byName = new Map(globalKeys.map((entry) => [entry.name.toLowerCase(), entry]))

/** The row for a key as written in a policy, tag name included; keys are compared without case. */
export function globalKey(written: string): GlobalKey | undefined {
  const lower = written.toLowerCase()
  const slash = lower.indexOf('/')
  return byName.get(slash < 0 ? lower : lower.slice(0, slash + 1))
}
