/** An action that AWS accepts in policies and demands of callers, but does not list. */
export interface MissingAction {
  readonly service: string
  readonly name: string
  readonly accessLevel: string
  readonly description: string
  /** Where AWS names it. */
  readonly page: string
}

const apiGateway =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html'

/** Each row leaves the table when the data has the action; `compile` ignores it from then on. */
export const missingActions: readonly MissingAction[] = [
  {
    service: 'apigateway',
    name: 'TagResource',
    accessLevel: 'Tagging',
    description: 'Grants permission to add tags to an API Gateway resource',
    page: apiGateway,
  },
  {
    service: 'apigateway',
    name: 'UntagResource',
    accessLevel: 'Tagging',
    description: 'Grants permission to remove tags from an API Gateway resource',
    page: apiGateway,
  },
]

/**
 * Actions that AWS's own managed policies name and its reference does not: internal ones, or gone since. They do something, or
 * did, so they are no typing errors.
 */
const inManagedPolicies: readonly {
  readonly policy: string
  readonly service: string
  readonly names: readonly string[]
}[] = [
  { policy: 'AWSCodeStarFullAccess', service: 'cloud9', names: ['ValidateEnvironmentName'] },
  {
    policy: 'AWSIAMIdentityCenterAllowListForIdentityContext',
    service: 'qapps',
    names: ['ImportDocumentToQApp', 'ImportDocumentToQAppSession'],
  },
  {
    policy: 'AWSManagedSettingsAdminAccess',
    service: 'budgets',
    names: ['CreateBudget', 'DeleteBudget', 'DescribeBudget', 'DescribeBudgets', 'UpdateBudget'],
  },
  {
    policy: 'AWSManagedSettingsAdminAccess',
    service: 'organizations',
    names: ['CreateBuilderIdOwnedAccount'],
  },
  {
    policy: 'AWSManagedSettingsAdminAccess',
    service: 'payments',
    names: [
      'AcceptTermsAndConditionsForProgramByAccountId',
      'BatchGetPaymentProfiles',
      'CreatePaymentAttempt',
      'CreatePaymentProfile',
      'Get',
      'GetAcceptedTermsAndConditionsForProgramByAccountId',
      'GetAccountBalance',
      'GetDefaultPaymentProfile',
      'GetEligibleCurrencies',
      'GetPaymentAttempt',
      'GetPaymentPreferences',
      'GetPreferredCurrency',
      'GetRecommendedTermsAndConditionsForProgram',
      'ListPaymentProfiles',
      'SearchFinancialRecords',
      'SetPreferredCurrency',
      'UpdatePaymentProfile',
    ],
  },
  {
    policy: 'AmazonRoute53RecoveryControlConfigReadOnlyAccess',
    service: 'route53-recovery-control-config',
    names: ['DescribeRoutingControlByName'],
  },
  {
    policy: 'MemoryDBServiceRolePolicy',
    service: 'memorydb',
    names: ['ReplicateMultiRegionClusterData'],
  },
  {
    policy: 'RDSCloudHsmAuthorizationRole',
    service: 'cloudhsm',
    names: [
      'CreateLunaClient',
      'DeleteLunaClient',
      'DescribeHapg',
      'DescribeLunaClient',
      'GetConfig',
      'ModifyHapg',
      'ModifyLunaClient',
    ],
  },
  {
    policy: 'SecurityAgentWebAppAPIPolicy',
    service: 'securityagent',
    names: [
      'BatchGetAgentInstances',
      'BatchGetSecurityTestContentMetadata',
      'BatchGetTasks',
      'CreateDocumentReview',
      'DeleteDocumentReview',
      'GetCodeReviewTask',
      'GetDocReviewTask',
      'GetDocumentReview',
      'GetDocumentReviewArtifact',
      'ListAgentInstances',
      'ListControls',
      'ListDocumentReviewComments',
      'ListDocumentReviews',
      'ListTasks',
      'StartPentestExecution',
      'StopPentestExecution',
    ],
  },
]

const readsByName = /^(?:BatchGet|Get|List|Describe|Search|Validate)/u

/** The rows for actions known from managed policies only; AWS publishes neither access level nor description, so the name has to do. */
export const unpublishedActions: readonly MissingAction[] = inManagedPolicies.flatMap(
  ({ policy, service, names }) =>
    names.map((name) => ({
      service,
      name,
      accessLevel: readsByName.test(name) ? 'Read' : 'Write',
      description: `Not in AWS's reference; the managed policy ${policy} names it`,
      page: `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${policy}.html`,
    })),
)
