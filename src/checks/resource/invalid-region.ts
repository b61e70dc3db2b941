import { nearestRegion } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isRegion, readArn, writeArn } from './arn.ts'

/** An ARN whose region field names no Region. */
export default defineCheck({
  id: 'invalid-region',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  resource({ value, span }, { edit, report }) {
    const arn = readArn(value)
    if (!arn || isRegion(arn.region)) return
    const region = nearestRegion(arn.region)
    const repaired = region && writeArn(arn, { region })
    report(
      span,
      `"${arn.region}" is no Region${region ? `, did you mean "${region}"?` : '.'} This ARN matches nothing.`,
      {
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})
