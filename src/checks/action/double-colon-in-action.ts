import { accessFix, defineCheck } from '../check.ts'

/** `s3::GetObject`: one colon separates the service from the action, and only one. */
export default defineCheck({
  id: 'double-colon-in-action',
  severity: 'error',
  appliesTo: 'all',
  peers: [],
  action({ value, span }, { edit, report }) {
    if (!/:{2,}/u.test(value)) return
    const repaired = value.replace(/:{2,}/gu, ':')
    report(
      span,
      `"${value}" has ${/:{3}/u.test(value) ? 'several colons in a row' : 'two colons'}; an action is written service:Action. It matches no action as it stands, "${repaired}" does.`,
      { fixes: [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] },
    )
  },
})
