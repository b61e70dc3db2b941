import { defineCheck } from '../check.ts'
import { reportFlaw } from './variables.ts'

/** `${}`: a variable without a key. */
export default defineCheck({
  id: 'empty-variable',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    reportFlaw(
      statement,
      context,
      'empty',
      (raw) =>
        `"${raw}" names no key, so it has no value and the whole string matches nothing. The character $ itself is written "\${$}".`,
      () => undefined,
    )
  },
})
