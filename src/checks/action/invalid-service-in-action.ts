import { nearestName } from '#policy'
import { allServices, splitAction, type Service } from '#reference'
import { meaningOf, servicesNamed } from '../action-meaning.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { matchesNothing } from '../wording.ts'

/** A service prefix that no service has. */
export default defineCheck({
  id: 'invalid-service-in-action',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'cfn-lint', 'iam-policy-validator'],
  needs: 'names',
  action({ value, span }, context, statement) {
    const meaning = meaningOf(context)(value)
    if (meaning.kind !== 'unknownService') return
    const meant = serviceMeant(context, meaning.prefix)
    const repaired = meant && `${meant.service.prefix}:${splitAction(value).name}`
    const question = meant ? `, did you mean "${meant.service.prefix}"?` : '.'
    const product = meant?.byProduct
      ? ` "${meant.service.prefix}" is the prefix of ${meant.service.product}.`
      : ''
    context.report(
      span,
      `unknown service prefix "${meaning.prefix}"${question}${product} No action matches, so ${matchesNothing(statement)}.`,
      {
        fixes: [
          repaired
            ? accessFix(`Change to "${repaired}"`, context.edit.replace(span, repaired))
            : undefined,
        ],
      },
    )
  },
})

/** The service that was probably meant: by the name of its product, else by the nearest prefix, those used elsewhere first. */
function serviceMeant(
  context: Context,
  prefix: string,
): { readonly service: Service; readonly byProduct: boolean } | undefined {
  const services = allServices(context.reference)
  if (services === 'notLoaded') return undefined
  const product = plain(prefix)
  const named = services.find((service) => plain(service.product) === product)
  if (named) return { service: named, byProduct: true }
  const near = nearestName(prefix, [
    ...servicesNamed(context),
    ...services.map((service) => service.prefix),
  ])
  const service = services.find((candidate) => candidate.prefix === near)
  return service && { service, byProduct: false }
}

/** `Amazon CloudWatch Logs` and `cloudwatch-logs` are one. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^(?:amazon|aws)\b|[^a-z0-9]/gu, '')
}
