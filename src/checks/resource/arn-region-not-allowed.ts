import { accessFix, defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { allLeaveEmpty, isOpen, readArn, typesByResource, writeArn } from './arn.ts'

/** A Region where the resource's ARNs have none. */
export default defineCheck({
  id: 'arn-region-not-allowed',
  severity: 'error',
  appliesTo: 'all',
  needs: 'details',
  peers: ['Access Analyzer'],
  resource({ value, span }, context) {
    const arn = readArn(value)
    // A wildcard matches the empty field as well.
    if (!arn || arn.region === '' || isOpen(arn.region)) return
    const { edit, report } = context
    const types = typesByResource(context, value)
    if (!types || !allLeaveEmpty(types, 'region')) return
    const repaired = writeArn(arn, { region: '' })
    report(
      span,
      `an ARN of ${arn.service} of the type ${listed([...new Set(types.map(({ name }) => name))], 3)} has no Region, so this one matches nothing. "${repaired}" does.`,
      { fixes: [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] },
    )
  },
})
