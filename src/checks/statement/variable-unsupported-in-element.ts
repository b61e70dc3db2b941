import type { Located } from '#policy'
import { defineCheck } from '../check.ts'

/** A variable where IAM replaces none. */
export default defineCheck({
  id: 'variable-unsupported-in-element',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ action, effect, sid, principal, conditions }, { report }) {
    const places: readonly (readonly [string, readonly Located<string>[]])[] = [
      ['Action', action?.patterns ?? []],
      ['Effect', effect ? [effect] : []],
      ['Sid', sid ? [sid] : []],
      ['Principal', principal?.patterns ?? []],
      ['the name of a condition key', conditions.map(({ key }) => key)],
      ['an operator', [...new Set(conditions.map(({ operatorName }) => operatorName))]],
    ]
    for (const [place, strings] of places)
      for (const { value, span } of strings)
        if (value.includes('${'))
          report(
            span,
            `"${value}" has a variable, but none is replaced in ${place}. Variables work in Resource, NotResource and condition values only.`,
          )
  },
})
