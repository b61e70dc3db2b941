import { defineCheck } from '../check.ts'
import { reportFlaw } from './variables.ts'

/** `${ aws:username }`: white space in the key of a variable. */
export default defineCheck({
  id: 'unsupported-space-in-variable',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    reportFlaw(
      statement,
      context,
      'space',
      (raw, repaired) =>
        `the variable "${raw}" has a space in its key, so it has no value and the whole string matches nothing.${repaired ? ` Did you mean "${repaired}"?` : ''}`,
      trimmed,
    )
  },
})

function trimmed(raw: string): string {
  const comma = raw.indexOf(',')
  const key = comma < 0 ? raw : raw.slice(0, comma)
  return key.replace(/\s+/gu, '') + raw.slice(key.length)
}
