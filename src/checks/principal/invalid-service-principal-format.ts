import { nearestName } from '#policy'
import { servicePrincipals, type Reference } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'

/** Domains of the partitions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
const shape =
  /^[a-z0-9][a-z0-9._-]*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov|adc-e\.uk|csp\.hci\.ic\.gov)$/u

/** A service as principal is written like a domain: `lambda.amazonaws.com`. */
export default defineCheck({
  id: 'invalid-service-principal-format',
  severity: 'error',
  appliesTo: ['resource', 'trust', 'rcp', 'endpoint'],
  peers: ['Access Analyzer', 'parliament'],
  principal({ kind, value, span }, { edit, reference, report }) {
    if (kind !== 'Service' || shape.test(value) || /[*?]/u.test(value) || isOpen(value)) return
    const near = meant(value, reference)
    report(
      span,
      `"${value}" is no service principal${near === undefined ? '; the form is service.amazonaws.com.' : `, did you mean "${near}"?`} AWS rejects the policy.`,
      {
        fixes:
          near === undefined ? [] : [accessFix(`Change to "${near}"`, edit.replace(span, near))],
      },
    )
  },
})

function meant(value: string, reference: Reference): string | undefined {
  const lower = value.toLowerCase().trim()
  if (shape.test(lower)) return lower
  const service = lower.replace(/\.(?:amazon(?:aws)?|aws)(?:\.com?)?$/u, '')
  const domain = `${service}.amazonaws.com`
  const known = servicePrincipals(reference)
  const names = known === 'notLoaded' ? [] : known.map(({ name }) => name)
  if (names.includes(domain)) return domain
  return nearestName(domain, names) ?? (/^[a-z0-9-]+$/u.test(service) ? domain : undefined)
}
