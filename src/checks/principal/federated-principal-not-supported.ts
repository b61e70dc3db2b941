import { defineCheck } from '../check.ts'

/** Only a trust policy can name an identity provider. */
export default defineCheck({
  id: 'federated-principal-not-supported',
  severity: 'error',
  appliesTo: ['resource', 'rcp', 'endpoint'],
  peers: ['Access Analyzer'],
  principal({ kind, value, span }, { report }) {
    if (kind !== 'Federated') return
    report(
      span,
      `"${value}" is an identity provider, and only a role's trust policy can name one. Name the role that its users assume.`,
    )
  },
})
