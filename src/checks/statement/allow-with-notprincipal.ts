import { defineCheck } from '../check.ts'

/** Allow with NotPrincipal allows everyone else, strangers included. */
export default defineCheck({
  id: 'allow-with-notprincipal',
  severity: 'security',
  appliesTo: ['resource', 'endpoint'],
  peers: ['Access Analyzer', 'parliament community', 'iam-policy-validator'],
  statement({ effect, principal }, { report }) {
    if (effect?.value !== 'Allow' || !principal?.negated) return
    report(
      principal.key.span,
      'Allow with NotPrincipal allows everyone but these, requests without any credentials included. AWS does not support it; name in Principal who is meant, and deny the others.',
    )
  },
})
