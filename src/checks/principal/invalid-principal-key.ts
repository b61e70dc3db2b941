import { nearestName, principalKeys } from '#policy'
import { accessFix, defineCheck } from '../check.ts'

/** Below `Principal` there are four keys, written exactly so. */
export default defineCheck({
  id: 'invalid-principal-key',
  severity: 'error',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  statement({ faults }, { edit, report }) {
    for (const fault of faults) {
      if (fault.kind !== 'unknownPrincipalKey') continue
      const near = nearestName(fault.value, principalKeys)
      report(
        fault.span,
        `"${fault.value}" is no kind of principal${near ? `, did you mean "${near}"?` : '; the kinds are AWS, Service, Federated and CanonicalUser.'} AWS rejects the policy.`,
        {
          fixes: near ? [accessFix(`Rename to ${near}`, edit.replace(fault.span, near))] : [],
        },
      )
    }
  },
})
