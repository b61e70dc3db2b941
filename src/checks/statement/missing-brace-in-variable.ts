import { defineCheck } from '../check.ts'
import { reportFlaw } from './variables.ts'

/** `${aws:username/*`: a variable that does not end. */
export default defineCheck({
  id: 'missing-brace-in-variable',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    reportFlaw(
      statement,
      context,
      'unclosed',
      (raw, repaired) =>
        `the variable "${raw}" has no closing brace${repaired ? `, did you mean "${repaired}"?` : '.'} The whole string matches nothing.`,
      closed,
    )
  },
})

/** The brace belongs behind the key: `${aws:username/*` → `${aws:username}/*`. Only tags have a slash in their keys. */
function closed(raw: string): string | undefined {
  const key =
    /^\$\{[\w.-]+:(?:\w*Tag\/[\w.:@+=-]+|[\w.-]+)/iu.exec(raw)?.[0] ??
    /^\$\{[\w.-]+/u.exec(raw)?.[0]
  return key === undefined ? undefined : `${key}}${raw.slice(key.length)}`
}
