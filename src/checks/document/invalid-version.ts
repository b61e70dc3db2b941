import { accessFix, defineCheck } from '../check.ts'

/** A Version that is neither of the two editions of the policy language. */
export default defineCheck({
  id: 'invalid-version',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  document({ version }, { edit, report }) {
    if (!version || version.value === '2012-10-17' || version.value === '2008-10-17') return
    report(
      version.span,
      `"${version.value}" is no version of the policy language; there are "2012-10-17" and "2008-10-17". It names the edition of the language, not the date of the last change.`,
      { fixes: [accessFix('Change to 2012-10-17', edit.replace(version.span, '2012-10-17'))] },
    )
  },
})
