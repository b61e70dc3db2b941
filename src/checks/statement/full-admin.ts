import { defineCheck } from '../check.ts'

const isEverything = (value: string) => /^\*+(?::\*+)?$/u.test(value)

/** Allow everything on everything. It replaces the other findings about what its statement grants. */
export default defineCheck({
  id: 'full-admin',
  severity: 'security',
  appliesTo: ['identity', 'resource'],
  peers: ['parliament community', 'cloudsplaining', 'iam-policy-validator'],
  statement({ effect, action, resource, conditions }, { report, type }) {
    if (effect?.value !== 'Allow' || conditions.length > 0) return
    if (!action || action.negated || !resource || resource.negated) return
    const all = action.patterns.find(({ value }) => isEverything(value))
    if (!all || !resource.patterns.some(({ value }) => isEverything(value))) return
    report(
      all.span,
      type === 'identity'
        ? 'this allows every action on every resource, IAM and billing included: the holder is an administrator of the account.'
        : 'this allows every action on the resource, the change of this very policy included.',
    )
  },
})
