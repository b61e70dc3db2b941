/**
 * What policies beyond AWS's own are made of: the forms that the documentation shows again and again, for the permalink
 * dictionary. Written as they stand in packed text, and short: a word that is there once is there for all.
 */
import { globalKeys } from '../src/reference/index.ts'

const statement = (members: string) => `{"Version":"2012-10-17","Statement":[{${members}}]}`

/** Least wanted first: what stands nearer to the end of a dictionary is cheaper to refer to. */
export const words: readonly string[] = [
  ...globalKeys.map(({ name }) => `"${name}`),

  // The parts of ARNs
  ...`arn:aws-us-gov: arn:aws-cn: arn:aws:rds:eu-central-1:111122223333:db: arn:aws:ecs:us-east-1:111122223333:cluster/
    arn:aws:states:us-east-1:111122223333:stateMachine: arn:aws:apigateway:us-east-1::/restapis/
    arn:aws:execute-api:us-east-1:111122223333: arn:aws:cloudformation:us-east-1:111122223333:stack/
    arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/ arn:aws:codebuild:us-east-1:111122223333:project/
    arn:aws:codecommit:us-east-1:111122223333: arn:aws:ecr:us-east-1:111122223333:repository/
    arn:aws:bedrock:us-east-1::foundation-model/ arn:aws:cognito-identity:us-east-1:111122223333:identitypool/
    arn:aws:events:us-east-1:111122223333:rule/ arn:aws:kinesis:us-east-1:111122223333:stream/
    arn:aws:connect:us-east-1:111122223333:instance/ arn:aws:organizations::111122223333:
    arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-
    arn:aws:ssm:us-east-1:111122223333:parameter/ arn:aws:secretsmanager:us-east-1:111122223333:secret:
    arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/ arn:aws:sns:us-east-1:111122223333:
    arn:aws:sqs:us-east-1:111122223333: arn:aws:lambda:us-east-1:111122223333:function:
    arn:aws:dynamodb:us-east-1:111122223333:table/ arn:aws:ec2:us-east-1:111122223333:instance/i-
    arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    arn:aws:iam::aws:policy/ arn:aws:iam::111122223333:policy/ arn:aws:iam::111122223333:group/
    arn:aws:sts::111122223333:federated-user/ arn:aws:iam::444455556666:root 777788889999 123456789012
    eu-central-1 eu-north-1 ap-southeast-2 ap-northeast-1 us-west-2 eu-west-1`.split(/\s+/u),

  // Actions as people write them
  ...`"bedrock:InvokeModel "codebuild:StartBuild "states:StartExecution "ecr:GetAuthorizationToken" "execute-api:Invoke
    "rds:DescribeDBInstances" "cloudformation:CreateStack "ssm:GetParametersByPath" "ssm:SendCommand "events:PutEvents
    "kinesis:PutRecord "organizations:LeaveOrganization" "cloudtrail:StopLogging "cloudtrail:DeleteTrail
    "iam:CreateUser "iam:DeleteUser "iam:CreateRole "iam:DeleteRole "iam:AttachRolePolicy "iam:DetachRolePolicy
    "iam:PutRolePolicy "iam:CreateAccessKey "iam:UpdateLoginProfile "iam:ChangePassword "iam:GetUser "iam:ListUsers
    "iam:CreatePolicyVersion "iam:PutUserPermissionsBoundary "iam:EnableMFADevice "iam:ListMFADevices
    "iam:CreateVirtualMFADevice "iam:ResyncMFADevice "sts:GetCallerIdentity "sts:GetSessionToken" "sts:TagSession
    "sts:SetSourceIdentity "ec2:RunInstances "ec2:StartInstances "ec2:StopInstances "ec2:TerminateInstances
    "ec2:CreateTags "ec2:DescribeInstances "ec2:AttachVolume "ec2:CreateVolume "dynamodb:GetItem "dynamodb:PutItem
    "dynamodb:UpdateItem "dynamodb:DeleteItem "dynamodb:Query "dynamodb:BatchGetItem "dynamodb:BatchWriteItem
    "sqs:ReceiveMessage "sqs:DeleteMessage "sqs:GetQueueAttributes "sns:Subscribe "sns:Publish "sqs:SendMessage
    "lambda:InvokeFunction "lambda:UpdateFunctionCode "lambda:GetFunction "lambda:CreateFunction
    "secretsmanager:GetSecretValue "ssm:GetParameter "kms:CreateGrant "kms:ReEncrypt* "kms:ScheduleKeyDeletion
    "kms:GenerateDataKey* "kms:Decrypt "kms:Encrypt "kms:* "iam:* "ec2:* "sts:* "dynamodb:*
    "s3:ListAllMyBuckets "s3:GetBucketLocation "s3:GetObjectVersion "s3:DeleteObjectVersion "s3:PutBucketPolicy
    "s3:PutObjectAcl "s3:DeleteBucket "s3:CreateBucket "s3:ListBucket "s3:DeleteObject "s3:PutObject "s3:GetObject`.split(
    /\s+/u,
  ),

  // Values of conditions
  `"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":["o-exampleorgid/r-`,
  `"ForAllValues:StringEquals":{"aws:TagKeys":["`,
  `"ForAnyValue:StringEquals":{"aws:TagKeys":"`,
  `"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}`,
  `"NumericLessThanEquals":{"s3:max-keys":"10"}`,
  `"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},"DateLessThan":{"aws:CurrentTime":"2026-12-31T23:59:59Z"}`,
  `"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","198.51.100.0/24","203.0.113.0/24","2001:db8::/32"`,
  `"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}`,
  `"Null":{"aws:RequestTag/Owner":"true"}`,
  `"ArnNotLike":{"aws:PrincipalArn":["arn:aws:iam::*:role/`,
  `"ArnLike":{"aws:SourceArn":"arn:aws:`,
  `"StringEqualsIgnoreCase":{"aws:PrincipalTag/team":"`,
  `"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-exampleorgid"`,
  `"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}`,
  `"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}`,
  `"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","s3:x-amz-server-side-encryption":"aws:kms"`,
  `"StringEquals":{"dynamodb:LeadingKeys":["\${aws:userid}"]`,
  `"StringLike":{"s3:prefix":["","home/","home/\${aws:username}/*"]}`,
  `"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}`,
  `"StringEquals":{"aws:SourceVpc":"vpc-111bbb22"}`,
  `"StringEquals":{"aws:SourceAccount":"111122223333"}`,
  `"StringEquals":{"aws:ResourceOrgID":"\${aws:PrincipalOrgID}"}`,
  `"StringEquals":{"aws:ResourceAccount":"\${aws:PrincipalAccount}"`,
  `"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}`,
  `"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"`,
  `"StringEquals":{"ec2:ResourceTag/Owner":"\${aws:username}"}`,
  `"StringEquals":{"aws:RequestTag/Project":"\${aws:PrincipalTag/Project}"`,
  `"StringEquals":{"aws:ResourceTag/Department":"Test","aws:ResourceTag/Environment":"production"`,

  // Whole statements
  statement(
    `"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:ref:refs/heads/main"}}`,
  ),
  statement(
    `"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:saml-provider/Example"},"Action":"sts:AssumeRoleWithSAML","Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}`,
  ),
  statement(
    `"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::amzn-s3-demo-bucket","arn:aws:s3:::amzn-s3-demo-bucket/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}`,
  ),
  statement(
    `"Sid":"DenyAllOutsideEU","Effect":"Deny","NotAction":["cloudfront:*","iam:*","organizations:*","route53:*","support:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","eu-west-1"]}}`,
  ),
  statement(
    `"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"`,
  ),
  statement(
    `"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"12345"}}`,
  ),
  ...['events', 'sns', 's3', 'cloudtrail', 'logs', 'ecs-tasks', 'ec2', 'lambda'].map(
    (service) => `"Principal":{"Service":"${service}.amazonaws.com"},"Action":"`,
  ),
  statement(
    `"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"`,
  ),
  statement(`"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"`),
]

/** Texts that are not quite `JSON.stringify`'s travel as they are; so a policy as people lay it out, by indent. */
export function laidOut(indent: string): string {
  const line = (depth: number, text: string) => `${indent.repeat(depth)}${text}\n`
  return [
    line(0, '{'),
    line(1, '"Version": "2012-10-17",'),
    line(1, '"Statement": ['),
    line(2, '{'),
    line(3, '"Sid": "Statement",'),
    line(3, '"Effect": "Allow",'),
    line(3, '"Principal": { "AWS": "*" },'),
    line(3, '"Principal": { "Service": "'),
    line(3, '"NotAction": ["'),
    line(3, '"Action": ['),
    line(4, '"s3:GetObject",'),
    line(4, '"s3:ListBucket"'),
    line(3, '],'),
    line(3, '"Resource": ['),
    line(4, '"arn:aws:s3:::'),
    line(3, '],'),
    line(3, '"Condition": {'),
    line(4, '"StringEquals": {'),
    line(5, '"aws:ResourceTag/Owner": "'),
    line(4, '}'),
    line(3, '}'),
    line(2, '},'),
    line(2, '{'),
    line(3, '"Effect": "Deny",'),
    line(3, '"Action": ["*",'),
    line(3, '"Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue" } }'),
    line(3, '"Condition": { "StringNotEquals": { "'),
    line(3, '"Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    line(3, '"Resource": "arn:aws:s3:::*"'),
    line(3, '"Action": "*",'),
    line(3, '"Resource": "*"'),
    line(2, '}'),
    line(1, ']'),
    line(0, '}'),
  ].join('')
}
