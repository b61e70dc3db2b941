import { defineCheck } from '../check.ts'
import { isOpen } from '../condition-clauses.ts'

/** An organization's id begins with `o-`, a path within one continues with a root. */
export default defineCheck({
  id: 'invalid-organization-id',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  condition({ key, operator, values }, { report }) {
    const kind = /^aws:(?:Principal|Resource|Source)Org(ID|Paths)$/iu.exec(key.value)?.[1]
    if (kind === undefined || operator?.entry.family !== 'string') return
    const isPath = kind.toLowerCase() === 'paths'
    const shape = isPath ? /^(?:o-[a-z0-9*?]*|\*)(?:\/.*|\*)$/u : /^(?:o-[a-z0-9*?]+|[*?]+)$/u
    const form = isPath ? 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/' : 'o-a1b2c3d4e5'
    for (const { value, span } of values)
      if (!shape.test(value) && !/^[*?]+$/u.test(value) && !isOpen(value))
        report(
          span,
          `"${value}" is no ${isPath ? 'path in an organization' : 'organization id'}, so ${key.value} never has that value. The form is ${form}.`,
        )
  },
})
