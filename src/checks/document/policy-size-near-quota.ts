import { defineCheck } from '../check.ts'
import { reportNearlyTooLong, sizeOf } from './size.ts'

/** A policy that fits its quota, but has little room left. */
export default defineCheck({
  id: 'policy-size-near-quota',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: [],
  document(_document, context) {
    reportNearlyTooLong(context, sizeOf(context))
  },
})
