import { nearestName, type ConditionOperator } from '#policy'
import {
  closedValuesOf,
  findService,
  findServicePrincipal,
  servicePrincipals,
  type Reference,
} from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf, isOpen } from '../condition-clauses.ts'
import { listed } from '../wording.ts'
import { canBeOneOf } from './listed-values.ts'

/** A value that its key never has. */
export default defineCheck({
  id: 'invalid-condition-value',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  condition(clause, { edit, reference, report }) {
    const { operator, values, key } = clause
    if (!operator) return
    const service = isKeyOf(clause, 'iam:PassedToService')
    const closed = service ? undefined : closedValuesOf(key.value)
    if (!service && !closed) return
    for (const { value, span } of values) {
      if (
        closed
          ? canBeOneOf(value, operator, closed.values)
          : mayBeService(reference, value, operator)
      )
        continue
      const near = nearestName(value, closed?.values ?? principalNames(reference))
      const form = closed
        ? `one of ${listed(
            closed.values.map((other) => `"${other}"`),
            8,
          )}`
        : 'a service principal such as "ec2.amazonaws.com"'
      report(
        span,
        `${key.value} never is "${value}"${near ? `, did you mean "${near}"?` : '.'} Its value is ${form}.`,
        {
          fixes: [near ? accessFix(`Change to "${near}"`, edit.replace(span, near)) : undefined],
        },
      )
    }
  },
})

function principalNames(reference: Reference): readonly string[] {
  const known = servicePrincipals(reference)
  return known === 'notLoaded' ? [] : known.map(({ name }) => name)
}

/** No list of service principals is complete: only what has another form, or is a misspelt one, cannot be one. */
function mayBeService(reference: Reference, value: string, { entry }: ConditionOperator): boolean {
  if (entry.family !== 'string' || isOpen(value) || /[*?]/u.test(value)) return true
  const name = /^([a-z0-9.-]+)\.amazonaws\.com(?:\.cn)?$/u.exec(value)?.[1]
  if (name === undefined) return false
  const known =
    name.includes('.') ||
    typeof findServicePrincipal(reference, value) !== 'string' ||
    typeof findService(reference, name) !== 'string'
  const names = principalNames(reference).map((other) => other.replace(/\.amazonaws\..*$/u, ''))
  return known || nearestName(name, names) === undefined
}
