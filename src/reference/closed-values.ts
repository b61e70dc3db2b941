/** A context key that takes its values from a list AWS publishes. */
export interface ClosedValues {
  /** As AWS spells it. */
  readonly key: string
  readonly values: readonly string[]
  /** AWS's page with the list. */
  readonly page: string
}

const docs = 'https://docs.aws.amazon.com/'
const s3 = `${docs}AmazonS3/latest/API/API_PutObject.html`
const ec2 = `${docs}AWSEC2/latest/UserGuide/iam-policy-structure.html`
const kms = `${docs}kms/latest/developerguide/conditions-kms.html`
const dynamodb = `${docs}amazondynamodb/latest/developerguide/specifying-conditions.html`

type Row = readonly [key: string, values: string, page: string]

const rows: readonly Row[] = [
  [
    'aws:PrincipalType',
    'Account User FederatedUser AssumedRole Anonymous',
    `${docs}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
  ],
  [
    's3:x-amz-acl',
    'private public-read public-read-write authenticated-read aws-exec-read bucket-owner-read bucket-owner-full-control log-delivery-write',
    `${docs}AmazonS3/latest/userguide/acl-overview.html`,
  ],
  ['s3:x-amz-server-side-encryption', 'AES256 aws:fsx aws:backup aws:kms aws:kms:dsse', s3],
  [
    's3:x-amz-storage-class',
    'STANDARD REDUCED_REDUNDANCY STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING GLACIER DEEP_ARCHIVE OUTPOSTS GLACIER_IR SNOW EXPRESS_ONEZONE FSX_OPENZFS FSX_ONTAP',
    s3,
  ],
  ['s3:object-lock-mode', 'GOVERNANCE COMPLIANCE', s3],
  ['s3:object-lock-legal-hold', 'ON OFF', s3],
  [
    's3:x-amz-object-ownership',
    'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter',
    `${docs}AmazonS3/latest/userguide/about-object-ownership.html`,
  ],
  [
    's3:authType',
    'REST-HEADER REST-QUERY-STRING POST',
    `${docs}AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html`,
  ],
  [
    's3:signatureversion',
    'AWS AWS4-HMAC-SHA256 AWS4-ECDSA-P256-SHA256',
    `${docs}AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html`,
  ],
  ['ec2:Tenancy', 'default dedicated host', ec2],
  ['ec2:MetadataHttpTokens', 'optional required', ec2],
  ['ec2:MetadataHttpEndpoint', 'enabled disabled', ec2],
  ['kms:KeyOrigin', 'AWS_KMS AWS_CLOUDHSM EXTERNAL EXTERNAL_KEY_STORE', kms],
  ['kms:KeyUsage', 'ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT', kms],
  ['lambda:FunctionUrlAuthType', 'AWS_IAM NONE', `${docs}lambda/latest/dg/urls-auth.html`],
  [
    'dynamodb:Select',
    'ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES SPECIFIC_ATTRIBUTES COUNT',
    dynamodb,
  ],
  ['dynamodb:ReturnValues', 'NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW', dynamodb],
]

const byKey = new Map(
  rows.map(([key, values, page]): readonly [string, ClosedValues] => [
    key.toLowerCase(),
    { key, values: values.split(' '), page },
  ]),
)

/** The values a key can have, where AWS publishes them all; undefined for every other key. Keys are compared without case. */
export function closedValuesOf(key: string): ClosedValues | undefined {
  return byKey.get(key.toLowerCase())
}
