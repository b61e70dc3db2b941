import { readAwsPrincipal } from '../aws-principal.ts'
import { defineCheck } from '../check.ts'

/** `AROA…` in place of a role: what IAM shows once the role is deleted. */
export default defineCheck({
  id: 'invalid-role-reference',
  severity: 'warning',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  principal({ kind, value, span }, { report }) {
    if (kind !== 'AWS' || readAwsPrincipal(value).kind !== 'deletedRole') return
    report(
      span,
      `"${value}" is the id of a role that was deleted after this policy was saved. A new role of the same name has another id and does not match.`,
    )
  },
})
