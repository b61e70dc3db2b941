import { nearestName } from '#policy'
import { allServices } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { readArn, serviceOfArn, writeArn } from './arn.ts'

/** An ARN whose service does not exist. */
export default defineCheck({
  id: 'invalid-service',
  severity: 'error',
  appliesTo: 'all',
  needs: 'names',
  peers: ['Access Analyzer'],
  resource({ value, span }, { edit, reference, report }) {
    const arn = readArn(value)
    const services = allServices(reference)
    if (!arn || services === 'notLoaded' || serviceOfArn(reference, arn) !== 'unknown') return
    const known = [
      ...services.map(({ prefix }) => prefix),
      ...(reference.names?.arnHomes.keys() ?? []),
    ]
    const service = arn.service === '' ? undefined : nearestName(arn.service, known)
    const repaired = service === undefined ? undefined : writeArn(arn, { service })
    report(
      span,
      `${arn.service === '' ? 'this ARN names no service' : `"${arn.service}" is no service of an ARN`}${service ? `, did you mean "${service}"?` : '.'} It matches nothing.`,
      {
        // The list of services is not the list of everything that has ARNs: without a likely slip this is a doubt.
        severity: service === undefined && arn.service !== '' ? 'warning' : 'error',
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})
