import { readAwsPrincipal } from '../aws-principal.ts'
import { accessFix, defineCheck } from '../check.ts'

/** A value of `Principal.AWS` that names nobody who could call. */
export default defineCheck({
  id: 'invalid-principal-format',
  severity: 'error',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer', 'parliament'],
  principal({ kind, value, span }, { edit, report }) {
    if (kind !== 'AWS') return
    const principal = readAwsPrincipal(value)
    if (principal.kind !== 'malformed') return
    const { why, mended } = principal
    report(span, `"${value}" is no AWS principal: ${why}. AWS rejects the policy.`, {
      fixes:
        mended === undefined
          ? []
          : [accessFix(`Change to "${mended}"`, edit.replace(span, mended))],
    })
  },
})
