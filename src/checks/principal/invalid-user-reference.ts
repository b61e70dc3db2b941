import { readAwsPrincipal } from '../aws-principal.ts'
import { defineCheck } from '../check.ts'

/** `AIDA…` in place of a user: what IAM shows once the user is deleted. */
export default defineCheck({
  id: 'invalid-user-reference',
  severity: 'warning',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  principal({ kind, value, span }, { report }) {
    if (kind !== 'AWS' || readAwsPrincipal(value).kind !== 'deletedUser') return
    report(
      span,
      `"${value}" is the id of a user who was deleted after this policy was saved. A new user of the same name has another id and does not match.`,
    )
  },
})
