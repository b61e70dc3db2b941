import { accessFix, defineCheck } from '../check.ts'
import { isAccount, readArn, writeArn } from './arn.ts'

/** An ARN whose account field is no account. */
export default defineCheck({
  id: 'invalid-arn-account',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  resource({ value, span }, { edit, reference, report }) {
    const arn = readArn(value)
    if (!arn || isAccount(arn, reference)) return
    const account = arn.account.replace(/[\s-]/gu, '')
    const digits = /^\d+$/u.test(account)
    const repaired = digits && account.length === 12 ? writeArn(arn, { account }) : undefined
    const fact = !digits
      ? 'is no account'
      : repaired
        ? 'has other characters than digits'
        : `has ${account.length === 1 ? 'one digit' : `${account.length} digits`}`
    report(
      span,
      `the account "${arn.account}" of this ARN ${fact}; an account is written with 12 digits${repaired ? `: "${account}"` : ''}.`,
      {
        // A `*` at the end of the part before runs on past its colon, so such an ARN may match after all.
        severity: arn.region.endsWith('*') ? 'warning' : 'error',
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})
