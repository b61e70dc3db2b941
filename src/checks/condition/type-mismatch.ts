import type { ConditionClause, ConditionOperator, OperatorName } from '#policy'
import type { ConditionKey, KeyType } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { operatorText } from '../condition-clauses.ts'
import { changeOperator } from '../condition-edits.ts'
import { knownKey } from '../condition-keys.ts'

type Family = ConditionOperator['entry']['family']

/** Which operators compare values of which kind. Strings may be compared with ARNs: another check says what is better there. */
const families: Readonly<Record<KeyType, readonly Family[]>> = {
  string: ['string', 'binary'],
  arn: ['arn', 'string'],
  bool: ['bool'],
  numeric: ['numeric'],
  date: ['date'],
  epoch: ['date', 'numeric'],
  ip: ['ip'],
}

const words: Readonly<Record<KeyType, string>> = {
  string: 'a text',
  arn: 'an ARN',
  bool: 'true or false',
  numeric: 'a number',
  date: 'a date',
  epoch: 'a date in seconds since 1970',
  ip: 'an IP address',
}

const operatorsFor: Readonly<Record<KeyType, string>> = {
  string: 'StringEquals or StringLike',
  arn: 'ArnLike',
  bool: 'Bool',
  numeric: 'one of the Numeric operators',
  date: 'one of the Date operators',
  epoch: 'one of the Date or Numeric operators',
  ip: 'IpAddress or NotIpAddress',
}

/** An operator that compares other values than the key has. */
export default defineCheck({
  id: 'type-mismatch',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'iam-policy-validator'],
  condition(clause, context, statement) {
    const { operator } = clause
    const key = operator && knownKey(context, clause)
    if (!key || operator.name === 'Null' || families[key.type].includes(operator.entry.family))
      return
    if (isDoubtful(key, clause, operator.entry.family)) return
    const name = equivalent(operator, key.type, clause)
    const written = name && operatorText(operator, name)
    context.report(
      clause.key.span,
      `${clause.key.value} is ${words[key.type]}, and ${clause.operatorName.value} does not compare that. Use ${operatorsFor[key.type]}.`,
      {
        fixes: [
          written
            ? accessFix(`Change to ${written}`, changeOperator(context, statement, clause, written))
            : undefined,
        ],
      },
    )
  },
})

/** AWS's lists call a key of a service a text where they say no more; the values tell what it really is. */
function isDoubtful(key: ConditionKey, { values }: ConditionClause, family: Family): boolean {
  if (key.global || key.type !== 'string') return false
  const all = (pattern: RegExp) => values.every(({ value }) => pattern.test(value))
  switch (family) {
    case 'arn':
      return /arn$/iu.test(key.name) || all(/^arn:/u)
    case 'bool':
      return all(/^(?:true|false)$/iu)
    case 'ip':
      return all(/^[0-9a-f.:]+(?:\/\d+)?$/iu)
    case 'numeric':
      return all(/^-?\d+(?:\.\d+)?$/u)
    case 'string':
    case 'binary':
    case 'date':
    case 'null':
      return false
  }
}

/** The operator of the right kind that asks the same, where there is one. */
function equivalent(
  { name, negated, base }: ConditionOperator,
  type: KeyType,
  { values }: ConditionClause,
): OperatorName | undefined {
  const compared = /^(?:Numeric|Date)((?:Less|Greater)Than(?:Equals)?)$/u.exec(name)?.[1]
  switch (type) {
    case 'string':
      if (compared !== undefined) return undefined
      return values.some(({ value }) => /[*?]/u.test(value))
        ? negated
          ? 'StringNotLike'
          : 'StringLike'
        : negated
          ? 'StringNotEquals'
          : 'StringEquals'
    case 'arn':
      return compared !== undefined ? undefined : negated ? 'ArnNotLike' : 'ArnLike'
    case 'ip':
      return compared !== undefined ? undefined : negated ? 'NotIpAddress' : 'IpAddress'
    case 'bool':
      return negated || compared !== undefined ? undefined : 'Bool'
    case 'numeric':
      return withStem('Numeric', compared, negated)
    case 'date':
    case 'epoch':
      return base === 'Bool' ? undefined : withStem('Date', compared, negated)
  }
}

function withStem(
  stem: 'Numeric' | 'Date',
  compared: string | undefined,
  negated: boolean,
): OperatorName {
  return `${stem}${compared ?? (negated ? 'NotEquals' : 'Equals')}` as OperatorName
}
