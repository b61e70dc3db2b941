import { allServices } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { isFullAccess } from './rcp-full-access.ts'

/** `*` alone is no action of a resource control policy. */
export default defineCheck({
  id: 'rcp-syntax-error-action-wildcard',
  severity: 'error',
  appliesTo: ['rcp'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  action({ value, span }, { edit, reference, report }, statement) {
    if (!/^\*+(?::\*+)?$/u.test(value) || statement.action?.negated || isFullAccess(statement))
      return
    const services = allServices(reference)
    const covered =
      services === 'notLoaded'
        ? []
        : services
            .filter(({ resourceControlPolicies }) => resourceControlPolicies)
            .map(({ prefix }) => `${prefix}:*`)
    report(
      span,
      `"${value}" names no service. Each action of a resource control policy begins with one that such policies cover, such as "s3:*".`,
      {
        fixes: [
          covered.length > 0
            ? accessFix(
                `Name the ${covered.length} services that are covered`,
                edit.replaceItem(span, covered),
              )
            : undefined,
        ],
      },
    )
  },
})
