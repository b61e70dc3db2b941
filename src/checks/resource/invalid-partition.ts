import { nearestPartition } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isPartition, readArn, writeArn } from './arn.ts'

/** An ARN whose second field is no partition. */
export default defineCheck({
  id: 'invalid-partition',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  resource({ value, span }, { edit, report }) {
    const arn = readArn(value)
    if (!arn || isPartition(arn.partition)) return
    const partition = arn.partition === '' ? 'aws' : nearestPartition(arn.partition)
    const repaired = partition && writeArn(arn, { partition })
    report(
      span,
      `"${arn.partition}" is no partition${partition ? `, did you mean "${partition}"?` : '; the usual one is "aws".'} This ARN matches nothing.`,
      {
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})
