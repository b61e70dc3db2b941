import { accessFix, defineCheck } from '../check.ts'
import { readArn, writeArn } from './arn.ts'

/** An ARN whose service is not in lower case. In ARNs, unlike in actions, case matters. */
export default defineCheck({
  id: 'invalid-arn-service-case',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  resource({ value, span }, { edit, report }) {
    const arn = readArn(value)
    const service = arn?.service.toLowerCase()
    if (!arn || service === undefined || arn.service === service || arn.service.includes('${'))
      return
    const repaired = writeArn(arn, { service })
    report(
      span,
      `"${arn.service}" is not in lower case. In an ARN case matters, so it matches nothing; write "${service}".`,
      { fixes: [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] },
    )
  },
})
