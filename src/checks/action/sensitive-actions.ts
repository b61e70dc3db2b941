import type { Action } from '#reference'

/** Reads that hand out what an account keeps: the action, and all of what. */
const contents: Readonly<Record<string, string>> = {
  's3:GetObject': 'every object of every bucket',
  'ssm:GetParameter': 'every parameter',
  'ssm:GetParameters': 'every parameter',
  'ssm:GetParametersByPath': 'every parameter',
  'ssm:GetParameterHistory': 'every parameter',
  'secretsmanager:GetSecretValue': 'every secret',
}

/**
 * Actions that answer with credentials, and whose. Those of IAM users that are ways to more permissions have a finding as such;
 * ecr:GetAuthorizationToken cannot be limited to a resource.
 */
const credentials: Readonly<Record<string, string>> = {
  'codepipeline:PollForJobs': 'credentials for the artifacts of a pipeline',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity': 'a token for any identity of a pool',
  'connect:GetFederationToken': 'a session in any contact center',
  'dsql:DbConnectAdmin': 'a connection as administrator of any cluster',
  'gamelift:RequestUploadCredentials': 'credentials to upload any build',
  'iam:CreateServiceSpecificCredential': 'a password of any user for a service such as CodeCommit',
  'iam:ResetServiceSpecificCredential': 'a password of any user for a service such as CodeCommit',
  'lightsail:GetInstanceAccessDetails': 'the key or password of any instance',
  'lightsail:GetRelationalDatabaseMasterUserPassword': 'the master password of any database',
  'mediapackage:RotateIngestEndpointCredentials': 'new credentials for any ingest endpoint',
  'rds-db:connect': 'a connection to any database, as any of its users',
  'redshift-serverless:GetCredentials': 'a temporary user name and password for any workgroup',
  'redshift:GetClusterCredentials': 'a temporary password of any user of any cluster',
  'redshift:GetClusterCredentialsWithIAM': 'a temporary user name and password for any cluster',
  'snowball:GetJobUnlockCode': 'the unlock code of any device',
}

/** What reading with this action on every resource yields; undefined for an action that is no such read. */
export function contentOf({ id }: Action): string | undefined {
  return Object.hasOwn(contents, id) ? contents[id] : undefined
}

/** What this action answers with on every resource; undefined for an action that returns no credentials. */
export function credentialsOf({ id }: Action): string | undefined {
  return Object.hasOwn(credentials, id) ? credentials[id] : undefined
}

/** What IAM and the organization are made of is not shared with others; widening it has findings of its own. */
const notShared = new Set(['iam', 'iot', 'organizations', 'sso'])

/** AWS calls these permissions management only in part; they share a resource all the same. */
const sharing = new Set(['ram:AssociateResourceShare', 'ram:CreateResourceShare'])

/** Whether an action can let others at a resource: it writes the policy, grant or access list that a resource has. */
export function opensResource({ accessLevel, id, name, service }: Action): boolean {
  if (sharing.has(id)) return true
  return (
    accessLevel === 'Permissions management' &&
    !notShared.has(service) &&
    /^(?:Put|Set|Add|Create|Update|Modify|Authorize|Replace)/u.test(name) &&
    /(?:Polic(?:y|ies)|Permissions?|Acl|Grant|Share|Attributes?|Access)$/u.test(name)
  )
}
