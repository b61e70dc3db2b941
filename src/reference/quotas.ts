/** How long a policy may be, and how its length is counted. */
export interface Quota {
  readonly characters: number
  /** Whether white space outside of strings counts. */
  readonly whiteSpaceCounts: boolean
  /** What is refused beyond it, as in "… of a managed policy". */
  readonly of: string
  readonly page: string
}

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html'
const organizations =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html'

/** Identity policies and permissions boundaries that are managed policies. */
export const managedPolicyQuota: Quota = {
  characters: 6144,
  whiteSpaceCounts: false,
  of: 'a managed policy',
  page: iam,
}

/** All inline policies of one user, group or role together. */
export const inlinePolicyQuotas = {
  user: 2048,
  group: 5120,
  role: 10240,
} as const

/** Role trust policies; can be raised to 4,096. */
export const trustPolicyQuota: Quota = {
  characters: 2048,
  whiteSpaceCounts: false,
  of: 'a role trust policy',
  page: iam,
}

/** Inline session policies; white space counts, as the text is passed in the call. */
export const sessionPolicyQuota: Quota = {
  characters: 2048,
  whiteSpaceCounts: true,
  of: 'a session policy',
  page: iam,
}

/** Service control policies: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const scpQuota: Quota = {
  characters: 5120,
  whiteSpaceCounts: true,
  of: 'a service control policy',
  page: organizations,
}

/** Resource control policies. */
export const rcpQuota: Quota = {
  characters: 5120,
  whiteSpaceCounts: true,
  of: 'a resource control policy',
  page: organizations,
}

/** Policies of VPC endpoints. */
export const endpointPolicyQuota: Quota = {
  characters: 20480,
  whiteSpaceCounts: true,
  of: 'a VPC endpoint policy',
  page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
}

/** Policies of resources, by the prefix of the service. */
export const resourcePolicyQuotas: ReadonlyMap<string, Quota> = new Map([
  [
    's3',
    {
      characters: 20480,
      whiteSpaceCounts: true,
      of: 'a bucket policy',
      page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    },
  ],
  [
    'kms',
    {
      characters: 32768,
      whiteSpaceCounts: true,
      of: 'a key policy',
      page: 'https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html',
    },
  ],
  [
    'sqs',
    {
      characters: 8192,
      whiteSpaceCounts: true,
      of: 'a queue policy',
      page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html',
    },
  ],
  [
    'sns',
    {
      characters: 30720,
      whiteSpaceCounts: true,
      of: 'a topic policy',
      page: 'https://docs.aws.amazon.com/general/latest/gr/sns.html',
    },
  ],
])
