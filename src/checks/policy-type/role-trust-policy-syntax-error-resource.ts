import { defineCheck, fix } from '../check.ts'

/** A trust policy has no `Resource`: the role it belongs to is the resource. */
export default defineCheck({
  id: 'role-trust-policy-syntax-error-resource',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement({ resource }, { edit, report }) {
    if (!resource) return
    report(
      resource.key.span,
      `a trust policy takes no "${resource.key.value}": the role it belongs to is the resource. IAM rejects the policy.`,
      { fixes: [fix(`Delete ${resource.key.value}`, edit.deleteMembers([resource.key.span]))] },
    )
  },
})
