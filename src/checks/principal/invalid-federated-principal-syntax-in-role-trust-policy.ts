import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'
import { providerOf } from './identity-providers.ts'

/** `Federated` is the ARN of an identity provider, or one of the few that are known by their domain. */
export default defineCheck({
  id: 'invalid-federated-principal-syntax-in-role-trust-policy',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer', 'parliament'],
  principal({ kind, value, span }, { edit, report, source }) {
    if (kind !== 'Federated' || isOpen(value) || providerOf(value)) return
    const host = value.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
    const account = /\barn:[^":]*:iam::(\d{12}):/u.exec(source.text)?.[1]
    const isHost = /^[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?$/u.test(host)
    const whole = `arn:aws:iam::${account ?? '111122223333'}:oidc-provider/${isHost ? host : 'example.com'}`
    report(
      span,
      `"${value}" is no identity provider. Name one by its ARN, such as "${whole}", or by a domain AWS knows, such as "accounts.google.com".`,
      {
        fixes: [
          isHost && account !== undefined
            ? accessFix(`Change to "${whole}"`, edit.replace(span, whole))
            : undefined,
        ],
      },
    )
  },
})
