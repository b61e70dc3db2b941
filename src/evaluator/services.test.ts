import { expect, it } from 'vitest'
import { accessRequest } from '#request'
import { ruleOf } from './services.ts'

const account = '111122223333'
const role = `arn:aws:iam::${account}:role/app`
const key = `arn:aws:kms:us-east-1:${account}:key/1234`

it.each([
  ['sts:AssumeRole', role, 'roleTrust'],
  ['STS:assumerole', role, 'roleTrust'],
  ['sts:AssumeRoleWithSAML', role, 'roleTrust'],
  ['sts:AssumeRoleWithWebIdentity', role, 'roleTrust'],
  ['sts:TagSession', role, 'roleTrust'],
  ['sts:SetSourceIdentity', role, 'roleTrust'],
  ['iam:PassRole', role, 'ordinary'],
  ['iam:UpdateAssumeRolePolicy', role, 'ordinary'],
  ['sts:AssumeRole', '*', 'ordinary'],
  ['sts:GetFederationToken', `arn:aws:sts::${account}:federated-user/bob`, 'ordinary'],
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  ['sts:GetCallerIdentity', '*', 'noPermissionNeeded'],
  ['sts:getcalleridentity', role, 'noPermissionNeeded'],
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
  ['kms:Decrypt', key, 'keyPolicy'],
  ['kms:Decrypt', key.replace('aws', 'aws-cn'), 'keyPolicy'],
  ['kms:ListKeys', '*', 'ordinary'],
  ['kms:UpdateAlias', `arn:aws:kms:us-east-1:${account}:alias/a`, 'ordinary'],
  ['s3:GetObject', key, 'ordinary'],
  ['s3:GetObject', 'arn:aws:s3:::b', 'ordinary'],
])('%s on %s follows the rule %s (10.1, 10.2)', (action, arn, rule) => {
  const principal = { arn: `arn:aws:iam::${account}:user/alice` }
  expect(ruleOf(accessRequest({ principal, action, resource: { arn } }))).toBe(rule)
})

it('the root user cannot assume roles (14.18)', () => {
  const rule = (action: string) =>
    ruleOf(
      accessRequest({
        principal: { arn: `arn:aws:iam::${account}:root` },
        action,
        resource: { arn: role },
      }),
    )
  expect(rule('sts:AssumeRole')).toBe('rootCannotAssumeRole')
  expect(rule('sts:TagSession')).toBe('roleTrust')
})
