import type { PolicyType } from '#policy'
import type { Offer } from './completion.ts'

/** A policy to start from; `body` is a snippet. */
interface Skeleton {
  readonly label: string
  readonly detail: string
  readonly body: string
}

const policy = (...statement: readonly string[]): string =>
  [
    '{',
    '  "Version": "2012-10-17",',
    '  "Statement": [',
    ...statement.map((line) => `    ${line}`),
    '  ]',
    '}',
  ].join('\n')

const allow: Skeleton = {
  label: 'Allow statement',
  detail: 'actions on resources',
  body: policy('{', '  "Effect": "Allow",', '  "Action": ["$1"],', '  "Resource": ["$2"]', '}'),
}
const deny: Skeleton = {
  label: 'Deny statement',
  detail: 'actions on resources',
  body: policy('{', '  "Effect": "Deny",', '  "Action": ["$1"],', '  "Resource": ["$2"]', '}'),
}

function trust(
  label: string,
  detail: string,
  principal: string,
  action: string,
  condition: readonly string[] = [],
): Skeleton {
  const lines = [
    '{',
    '  "Effect": "Allow",',
    `  "Principal": { ${principal} },`,
    `  "Action": "${action}"`,
    '}',
  ]
  if (condition.length > 0)
    lines.splice(
      3,
      1,
      `  "Action": "${action}",`,
      '  "Condition": {',
      ...condition.map((line) => `    ${line}`),
      '  }',
    )
  return { label, detail, body: policy(...lines) }
}

const onResource: Skeleton = {
  label: 'Resource policy',
  detail: 'who may do what with it',
  body: policy(
    '{',
    '  "Effect": "Allow",',
    '  "Principal": { "AWS": "$1" },',
    '  "Action": ["$2"],',
    '  "Resource": "$3"',
    '}',
  ),
}

const trusts: readonly Skeleton[] = [
  trust(
    'Trust policy: service',
    'an AWS service assumes the role',
    '"Service": "${1:lambda.amazonaws.com}"',
    'sts:AssumeRole',
  ),
  trust(
    'Trust policy: account',
    'another account assumes the role',
    '"AWS": "${1:111122223333}"',
    'sts:AssumeRole',
    ['"StringEquals": { "sts:ExternalId": "$2" }'],
  ),
  trust(
    'Trust policy: OpenID Connect',
    'a workload with a web identity',
    '"Federated": "arn:aws:iam::${1:111122223333}:oidc-provider/${2:token.actions.githubusercontent.com}"',
    'sts:AssumeRoleWithWebIdentity',
    [
      '"StringEquals": {',
      '  "${3:token.actions.githubusercontent.com}:aud": "sts.amazonaws.com",',
      '  "${4:token.actions.githubusercontent.com}:sub": "$5"',
      '}',
    ],
  ),
  trust(
    'Trust policy: SAML',
    'people who sign in with SAML',
    '"Federated": "arn:aws:iam::${1:111122223333}:saml-provider/${2:provider}"',
    'sts:AssumeRoleWithSAML',
    ['"StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }'],
  ),
]

const scp: readonly Skeleton[] = [
  {
    label: 'SCP: deny outside Regions',
    detail: 'a guardrail for a whole account',
    body: policy(
      '{',
      '  "Effect": "Deny",',
      '  "NotAction": ["iam:*", "sts:*", "organizations:*", "support:*"$1],',
      '  "Resource": "*",',
      '  "Condition": {',
      '    "StringNotEquals": { "aws:RequestedRegion": ["${2:eu-central-1}"] }',
      '  }',
      '}',
    ),
  },
]

const rcp: Skeleton = {
  label: 'RCP: deny outside the organization',
  detail: 'a guardrail around resources',
  body: policy(
    '{',
    '  "Effect": "Deny",',
    '  "Principal": "*",',
    '  "Action": ["${1:s3:*}"],',
    '  "Resource": "*",',
    '  "Condition": {',
    '    "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "${2:o-exampleorgid}" },',
    '    "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }',
    '  }',
    '}',
  ),
}

const endpoint: Skeleton = {
  label: 'Endpoint policy',
  detail: 'what may pass the endpoint',
  body: policy(
    '{',
    '  "Effect": "Allow",',
    '  "Principal": "*",',
    '  "Action": ["$1"],',
    '  "Resource": ["$2"]',
    '}',
  ),
}

const skeletons: Readonly<Record<PolicyType, readonly Skeleton[]>> = {
  identity: [allow, deny],
  boundary: [allow, deny],
  session: [allow, deny],
  scp: [...scp, deny, allow],
  resource: [onResource, ...trusts],
  rcp: [rcp],
  endpoint: [endpoint],
}

/** Whole policies of a type, for an empty text. */
export function skeletonOffers(type: PolicyType): readonly Offer[] {
  return skeletons[type].map(({ label, detail, body }) => ({
    label,
    kind: 'skeleton',
    value: body,
    detail,
    documentation: 'A policy to fill in.',
    continues: true,
  }))
}

/** One statement, for an item of `Statement`. */
export function statementOffers(type: PolicyType): readonly Offer[] {
  const principal =
    type === 'resource'
      ? '  "Principal": { "AWS": "$1" },\n'
      : type === 'rcp' || type === 'endpoint'
        ? '  "Principal": "*",\n'
        : ''
  const effects = type === 'rcp' ? ['Deny'] : ['Allow', 'Deny']
  return effects.map((effect) => ({
    label: `${effect} statement`,
    kind: 'skeleton',
    value: `{\n  "Effect": "${effect}",\n${principal}  "Action": ["$2"],\n  "Resource": ["$3"]\n}`,
    detail: 'a statement to fill in',
    continues: true,
  }))
}
