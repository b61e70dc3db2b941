import { readAwsPrincipal } from '../aws-principal.ts'
import { defineCheck, fix } from '../check.ts'

/** A session of a role next to the role itself: who trusts the role trusts its sessions. */
export default defineCheck({
  id: 'redundant-principal-in-role-trust-policy',
  severity: 'suggestion',
  appliesTo: ['trust'],
  peers: ['Access Analyzer'],
  principal({ kind, value, span }, { edit, report }, { principal }) {
    const session = kind === 'AWS' ? readAwsPrincipal(value) : undefined
    if (session?.kind !== 'session') return
    const role = principal?.patterns.find((other) => {
      const named = other.kind === 'AWS' ? readAwsPrincipal(other.value) : undefined
      return (
        named?.kind === 'role' && named.account === session.account && named.name === session.role
      )
    })
    if (!role) return
    report(
      span,
      `"${value}" is a session of "${role.value}", which is listed too. The role covers all its sessions.`,
      {
        related: [{ span: role.span, message: 'the role' }],
        fixes: [fix('Delete the session', edit.deleteItems([span]))],
      },
    )
  },
})
