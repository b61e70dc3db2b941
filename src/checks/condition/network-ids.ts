import type { ConditionClause, Located } from '#policy'
import { accessFix, type Context } from '../check.ts'
import { isKeyOf, isOpen } from '../condition-clauses.ts'
import { readIpRange } from '../ip-ranges.ts'

/** What the id of a VPC or of an endpoint begins with, and the key it belongs to. */
const keyOfId = [
  ['vpce-', 'aws:SourceVpce'],
  ['vpc-', 'aws:SourceVpc'],
] as const

/** The values of a condition on `key` that cannot be ids beginning with `prefix`. */
export function foreignIds(
  clause: ConditionClause,
  key: string,
  prefix: string,
): readonly Located<string>[] {
  if (!isKeyOf(clause, key) || clause.operator?.entry.family !== 'string') return []
  return clause.values.filter(({ value }) => {
    // A wildcard or variable early in the value leaves open what it begins with.
    const known = value.split(/[*?]|\$\{/u)[0] ?? ''
    const fits =
      known.length === value.length ? value.startsWith(prefix) : prefixesAgree(known, prefix)
    return !fits && !(isOpen(value) && known === '')
  })
}

function prefixesAgree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** Reports such a value, with the key it does belong to. */
export function reportForeignId(
  { value, span }: Located<string>,
  { key, values }: ConditionClause,
  form: string,
  { edit, report }: Context,
): void {
  const other = keyOfId.find(([prefix]) => value.startsWith(prefix))?.[1]
  const isRange = !('flaw' in readIpRange(value))
  const belongs = isRange ? 'aws:VpcSourceIp' : other
  report(
    span,
    `"${value}" is not of the form ${form}, so ${key.value} never has that value.${belongs === undefined ? '' : ` It belongs to ${belongs}.`}`,
    {
      fixes: [
        other !== undefined && values.length === 1
          ? accessFix(`Change the key to ${other}`, edit.replace(key.span, other))
          : undefined,
      ],
    },
  )
}
