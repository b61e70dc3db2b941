import type { PrincipalPattern } from '#policy'
import { accessFix, defineCheck } from '../check.ts'
import { inclusionOf } from '../granted-actions.ts'
import { providerOf } from './identity-providers.ts'

const saml = 'sts:AssumeRoleWithSAML'
const web = 'sts:AssumeRoleWithWebIdentity'
const plain = 'sts:AssumeRole'
const calls = [plain, saml, web]

/** Each kind of principal assumes a role by a call of its own. */
export default defineCheck({
  id: 'mismatched-action-for-principal',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  statement(statement, { edit, report }) {
    const { principal, action } = statement
    if (!principal || principal.negated || !action || action.negated) return
    const possible = principal.patterns.map(callsOf)
    // Nobody knows how the others call.
    if (possible.length === 0 || possible.includes(undefined)) return
    const right = new Set(possible.flatMap((call) => call ?? []))
    const reachable = [...right].some((call) => inclusionOf(statement, call))
    for (const { value, span } of action.patterns) {
      const call = calls.find((name) => name.toLowerCase() === value.toLowerCase())
      if (call === undefined || right.has(call)) continue
      // Beside the right call, the plain one is only superfluous.
      if (reachable && call === plain) continue
      const [wanted = plain] = right
      report(
        span,
        `"${value}" is not the call by which ${describe(principal.patterns)} assumes a role; that is ${wanted}. Nobody can use this line.`,
        {
          fixes: reachable ? [] : [accessFix(`Change to ${wanted}`, edit.replace(span, wanted))],
        },
      )
    }
  },
})

/** The call a principal makes; undefined if it may be any. */
function callsOf({ kind, value }: PrincipalPattern): string | undefined {
  if (kind === 'Federated') {
    const provider = providerOf(value)
    return provider && (provider.kind === 'saml' ? saml : web)
  }
  return value === '*' ? undefined : plain
}

function describe([first, ...more]: readonly PrincipalPattern[]): string {
  if (!first || more.length > 0) return 'any of these principals'
  if (first.kind === 'Federated')
    return providerOf(first.value)?.kind === 'saml'
      ? 'someone a SAML provider signed in'
      : 'someone an OIDC provider signed in'
  return first.kind === 'Service' ? 'a service' : 'an AWS principal'
}
