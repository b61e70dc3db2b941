import { nearestRegion, regions } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { canBeOneOf } from './listed-values.ts'

const names = [...regions.keys()]

/** A Region that does not exist. */
export default defineCheck({
  id: 'unknown-region-in-condition',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  condition(clause, { edit, report }) {
    const { operator, values } = clause
    if (!operator || !isKeyOf(clause, 'aws:RequestedRegion')) return
    for (const { value, span } of values) {
      if (canBeOneOf(value, operator, names)) continue
      const near = nearestRegion(value)
      report(
        span,
        `AWS has no Region "${value}"${near ? `, did you mean "${near}"?` : '.'} No request goes there.`,
        {
          fixes: [near ? accessFix(`Change to "${near}"`, edit.replace(span, near)) : undefined],
        },
      )
    }
  },
})
