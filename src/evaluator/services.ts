import type { AccessRequest } from '#request'
import type { Rule } from './decision.ts'

/**
 * The few requests that are decided by rules of their own. First row that fits; all others follow the ordinary rules.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
const rows: readonly { readonly rule: Rule; readonly fits: (request: AccessRequest) => boolean }[] =
  [
    {
      // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permissions are required, and a
      // policy that denies it has no effect.
      rule: 'noPermissionNeeded',
      fits: ({ action }) => action.lower === 'sts:getcalleridentity',
    },
    {
      // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: not callable with root user credentials.
      rule: 'rootCannotAssumeRole',
      fits: ({ action, principal }) =>
        action.lower === 'sts:assumerole' && principal.kind === 'root',
    },
    {
      rule: 'roleTrust',
      fits: ({ action, resource }) =>
        action.service === 'sts' &&
        resource.parts?.service === 'iam' &&
        resource.parts.resource.startsWith('role/'),
    },
    {
      // https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
      rule: 'keyPolicy',
      fits: ({ action, resource }) =>
        action.service === 'kms' &&
        resource.parts?.service === 'kms' &&
        resource.parts.resource.startsWith('key/'),
    },
  ]

export function ruleOf(request: AccessRequest): Rule {
  return rows.find(({ fits }) => fits(request))?.rule ?? 'ordinary'
}
