/** A key whose values come from a closed set. */
export interface KeyValues {
  readonly values: readonly string[]
  /** AWS's page that lists them. */
  readonly page: string
}

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'
const s3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/'

/** By key in lower case. For keys of type Bool see `booleanValues`. */
const table: Readonly<Record<string, KeyValues>> = {
  'aws:principaltype': {
    values: ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
    page: `${iam}reference_policies_condition-keys.html#condition-keys-principaltype`,
  },
  's3:x-amz-acl': {
    values: [
      'private',
      'public-read',
      'public-read-write',
      'aws-exec-read',
      'authenticated-read',
      'bucket-owner-read',
      'bucket-owner-full-control',
      'log-delivery-write',
    ],
    page: `${s3}acl-overview.html#canned-acl`,
  },
  's3:x-amz-storage-class': {
    values: [
      'STANDARD',
      'REDUCED_REDUNDANCY',
      'STANDARD_IA',
      'ONEZONE_IA',
      'INTELLIGENT_TIERING',
      'GLACIER',
      'DEEP_ARCHIVE',
      'GLACIER_IR',
      'OUTPOSTS',
      'SNOW',
      'EXPRESS_ONEZONE',
      'FSX_OPENZFS',
      'FSX_ONTAP',
    ],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  },
  's3:x-amz-server-side-encryption': {
    values: ['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  },
  's3:x-amz-metadata-directive': {
    values: ['COPY', 'REPLACE'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
  },
  's3:object-lock-mode': {
    values: ['GOVERNANCE', 'COMPLIANCE'],
    page: `${s3}object-lock.html`,
  },
  's3:x-amz-object-ownership': {
    values: ['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'],
    page: `${s3}about-object-ownership.html`,
  },
  's3:authtype': {
    values: ['REST-HEADER', 'REST-QUERY-STRING', 'POST'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html',
  },
  's3:signatureversion': {
    values: ['AWS', 'AWS4-HMAC-SHA256'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html',
  },
  'ec2:tenancy': {
    values: ['default', 'dedicated', 'host'],
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html',
  },
  'ec2:metadatahttptokens': {
    values: ['optional', 'required'],
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html',
  },
  'lambda:functionurlauthtype': {
    values: ['AWS_IAM', 'NONE'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  },
  'dynamodb:returnconsumedcapacity': {
    values: ['INDEXES', 'TOTAL', 'NONE'],
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
  },
}

/** The values a key can have; undefined where they are not a closed set, or not known to be one. Values count as written. */
export function keyValues(key: string): KeyValues | undefined {
  return table[key.toLowerCase()]
}

/** The values of every key of type Bool. */
export const booleanValues: readonly string[] = ['true', 'false']
