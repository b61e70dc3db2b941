import { accessFix, defineCheck } from '../check.ts'
import { testsKey } from '../condition-clauses.ts'
import { inclusionOf } from '../granted-actions.ts'
import { reachesAll } from '../resource-reach.ts'
import { listed } from '../wording.ts'

/** What a person needs to find out who they are and to get out of the Deny again. */
const usual = [
  { action: 'sts:GetCallerIdentity', when: 'always' },
  { action: 'iam:ChangePassword', when: 'always' },
  // Without these nobody can sign in with MFA, which is what such a condition asks for.
  { action: 'sts:GetSessionToken', when: 'mfa' },
  { action: 'iam:ListMFADevices', when: 'mfa' },
  { action: 'iam:EnableMFADevice', when: 'mfa' },
  { action: 'iam:CreateVirtualMFADevice', when: 'mfa' },
] as const

/** Deny with NotAction denies everything else, a few harmless calls and those of services included. */
export default defineCheck({
  id: 'deny-notaction-too-wide',
  severity: 'suggestion',
  appliesTo: ['identity'],
  peers: ['iam-policy-validator'],
  statement(statement, { edit, report }) {
    const { effect, action, resource } = statement
    if (effect?.value !== 'Deny' || !action?.negated || action.patterns.length === 0) return
    const everywhere = resource?.patterns.some(({ value }) => reachesAll(value, 'iam', 'user'))
    if (!everywhere || resource?.negated) return
    // A Deny by Region or by organization meets what happens there, not the person's own calls.
    if (testsKey(statement, 'aws:RequestedRegion')) return
    const mfa = testsKey(statement, 'aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge')
    const missing = usual
      .filter(
        ({ action: name, when }) => (when === 'always' || mfa) && inclusionOf(statement, name),
      )
      .map(({ action: name }) => name)
    if (missing.length === 0) return
    const services = testsKey(statement, 'aws:ViaAWSService', 'aws:CalledVia')
      ? ''
      : ' Calls that services make for the principal are denied as well.'
    const list = edit.valueOf(action.key.span)
    report(
      action.key.span,
      `this denies every action that is not listed, ${listed(missing)} among them.${services}`,
      {
        fixes: [accessFix(`Except ${listed(missing)} too`, list && edit.addItems(list, missing))],
      },
    )
  },
})
