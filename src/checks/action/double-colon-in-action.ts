import { accessFix, defineCheck } from '../check.ts'

/** `s3::GetObject`: one colon separates the service from the action, and only one. */
export default defineCheck({
  id: 'double-colon-in-action',
  severity: 'error',
  appliesTo: 'all',
  peers: [],
  action({ value, span }, { edit, report }) {
    // An ARN in the wrong place has two colons as well; that is another mistake.
    if (!/:{2,}/u.test(value) || /^arn:/iu.test(value) || value.includes('${')) return
    const repaired = value.replace(/:{2,}/gu, ':')
    const colons = value.includes(':::') ? 'several colons in a row' : 'two colons'
    report(
      span,
      `"${value}" has ${colons}; an action is written service:Action. It matches nothing as it stands, did you mean "${repaired}"?`,
      { fixes: [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] },
    )
  },
})
