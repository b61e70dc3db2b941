import type { ConditionClause, Located, Span } from '#policy'
import { isKeyOf } from '../condition-clauses.ts'
import { isPrivateRange } from '../ip-ranges.ts'

/** Private ranges in a condition on `aws:SourceIp`, which only ever holds public addresses. */
export interface PrivateAddresses {
  readonly ranges: readonly Located<string>[]
  /** Whether there are no others. */
  readonly all: boolean
  readonly negated: boolean
  /** The one value, else the key that several values share. */
  readonly span: Span
}

export function privateAddresses(clause: ConditionClause): PrivateAddresses | undefined {
  const { operator, values, key } = clause
  if (operator?.entry.family !== 'ip' || !isKeyOf(clause, 'aws:SourceIp')) return undefined
  const ranges = values.filter(({ value }) => isPrivateRange(value))
  const [first] = ranges
  return (
    first && {
      ranges,
      all: ranges.length === values.length,
      negated: operator.negated,
      span: values.length === 1 ? first.span : key.span,
    }
  )
}
