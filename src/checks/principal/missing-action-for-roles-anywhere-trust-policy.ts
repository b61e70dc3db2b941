import type { Context } from '../check.ts'
import { accessFix, defineCheck } from '../check.ts'
import { inclusionOf } from '../granted-actions.ts'
import { listed } from '../wording.ts'

const service = 'rolesanywhere.amazonaws.com'
/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession']

/** IAM Roles Anywhere names the source identity and tags each session; without leave to, it cannot start one. */
export default defineCheck({
  id: 'missing-action-for-roles-anywhere-trust-policy',
  severity: 'error',
  appliesTo: ['trust'],
  peers: ['Access Analyzer'],
  document(_, context) {
    const statements = allowsOf(context)
    const [first] = statements
    if (!first?.action) return
    const missing = needed.filter(
      (action) => !statements.some((statement) => inclusionOf(statement, action)),
    )
    if (missing.length === 0) return
    const { edit, report } = context
    const list = edit.valueOf(first.action.key.span)
    report(
      first.action.key.span,
      `IAM Roles Anywhere needs ${listed(needed)}; ${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing, so it cannot start a session.`,
      {
        fixes: first.action.negated
          ? []
          : [accessFix(`Add ${listed(missing)}`, list && edit.addItems(list, missing))],
      },
    )
  },
})

function allowsOf({ document }: Context) {
  return document.statements.filter(
    ({ effect, principal }) =>
      effect?.value === 'Allow' &&
      principal?.negated === false &&
      principal.patterns.some(({ kind, value }) => kind === 'Service' && value === service),
  )
}
