import { conditionOperatorNames, nearestName, type Span } from '#policy'
import { globalKey, type KeyType } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'

const operatorFor: Readonly<Record<KeyType, string>> = {
  string: 'StringEquals',
  arn: 'ArnLike',
  bool: 'Bool',
  numeric: 'NumericEquals',
  date: 'DateLessThan',
  epoch: 'NumericLessThan',
  ip: 'IpAddress',
}

/** A name in `Condition` that is no operator, or a condition key where the operator belongs. */
export default defineCheck({
  id: 'invalid-condition-operator',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement({ faults }, context) {
    for (const fault of faults) {
      if (fault.kind !== 'unknownOperator' || /^(?:For\w+:)?NullIfExists$/iu.test(fault.value))
        continue
      if (isConditionKey(fault.value)) reportKey(fault.value, fault.span, context)
      else reportName(fault.value, fault.span, context)
    }
  },
})

/** Set prefixes aside, only a condition key has a colon. */
function isConditionKey(name: string): boolean {
  return /^[^:]+:[^:]/u.test(name) && !/^for(?:all|any)/iu.test(name)
}

function reportName(name: string, span: Span, { edit, report }: Context): void {
  const near = nearestName(name, conditionOperatorNames)
  const onlyCase = near?.toLowerCase() === name.toLowerCase()
  const hint = near ? `, did you mean "${near}"?${onlyCase ? ' Case matters here.' : ''}` : '.'
  report(span, `"${name}" is no condition operator${hint} AWS rejects the statement.`, {
    fixes: near ? [accessFix(`Change to ${near}`, edit.replace(span, near))] : [],
  })
}

function reportKey(key: string, span: Span, { edit, report }: Context): void {
  const operator = operatorFor[globalKey(key)?.type ?? 'string']
  const value = edit.valueOf(span)
  report(
    span,
    `"${key}" is a condition key where an operator belongs. A condition is written operator, then key, then value: { "${operator}": { "${key}": … } }.`,
    {
      fixes: [
        accessFix(
          `Wrap in ${operator}`,
          value && [
            { span: { start: span.start, end: span.start }, text: `"${operator}": { ` },
            { span: { start: value.end, end: value.end }, text: ' }' },
          ],
        ),
      ],
    },
  )
}
