import { accessFix, defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { allLeaveEmpty, isOpen, readArn, typesByResource, writeArn } from './arn.ts'

/** An account where the resource's ARNs have none. */
export default defineCheck({
  id: 'arn-account-not-allowed',
  severity: 'error',
  appliesTo: 'all',
  needs: 'details',
  peers: ['Access Analyzer'],
  resource({ value, span }, context) {
    const arn = readArn(value)
    // A wildcard matches the empty field as well.
    if (!arn || arn.account === '' || isOpen(arn.account)) return
    const { edit, report } = context
    const types = typesByResource(context, value)
    if (!types || !allLeaveEmpty(types, 'account')) return
    const repaired = writeArn(arn, { account: '' })
    const names = listed([...new Set(types.map(({ name }) => name))], 3)
    report(
      span,
      `an ARN of ${arn.service} of the type ${names} has no account, so this one matches nothing. "${repaired}" does; to name the account, use a condition on aws:ResourceAccount.`,
      { fixes: [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] },
    )
  },
})
