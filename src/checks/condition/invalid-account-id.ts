import { accessFix, defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'

/** The number of an account has twelve digits and no dashes. */
export default defineCheck({
  id: 'invalid-account-id',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  condition({ key, operator, values }, { edit, report }) {
    const isAccount = /^(?:aws:\w+|s3:Resource|s3:DataAccessPoint|kms:Caller)Account$/iu
    if (!isAccount.test(key.value) || operator?.entry.family !== 'string') return
    for (const { value, span } of values) {
      const hasShape = /^\d{12}$|^anonymous$/u.test(value) || /^[\d*?]*[*?][\d*?]*$/u.test(value)
      if (hasShape || isOpen(value)) continue
      const digits = value.replace(/[-\s]/gu, '')
      const mended = /^\d{12}$/u.test(digits) ? digits : undefined
      const fact = /^\d+$/u.test(digits)
        ? mended
          ? 'is written with separators'
          : `has ${digits.length} digits`
        : 'is no account number'
      report(
        span,
        `"${value}" ${fact}; ${key.value} holds the twelve digits of an account, so it never has that value.`,
        {
          fixes: mended ? [accessFix(`Change to "${mended}"`, edit.replace(span, mended))] : [],
        },
      )
    }
  },
})
