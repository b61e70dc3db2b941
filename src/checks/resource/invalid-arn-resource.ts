import { nearestName } from '#policy'
import type { ResourceType } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { listed } from '../wording.ts'
import { readArn, typesByResource, typesOfService, writeArn, type WrittenArn } from './arn.ts'
import { splitFields } from './fields.ts'

/** An ARN whose last field has the form of no resource type of its service. */
export default defineCheck({
  id: 'invalid-arn-resource',
  severity: 'error',
  appliesTo: 'all',
  needs: 'details',
  peers: ['Access Analyzer', 'parliament', 'cfn-lint'],
  resource({ value, span }, context) {
    if (typesByResource(context, value)?.length !== 0) return
    const { edit, reference, report } = context
    const arn = readArn(value)
    const types = arn && typesOfService(reference, arn.service)
    // A service that lists no resource types says nothing about their ARNs.
    if (!arn || !types || types.length === 0) return
    const resource = nearestResource(arn, types, context)
    const repaired = resource === undefined ? undefined : writeArn(arn, { resource })
    const forms = [...new Set(types.map(resourceOf))]
    const certain = resource !== undefined && isCertain(arn)
    report(
      span,
      `${certain ? 'no' : 'AWS lists no'} resource of ${arn.service} ${certain ? 'is' : 'that is'} written "${arn.resource}"${resource ? `, did you mean "${resource}"?` : `; they are written ${listed(forms, 3)}.`} ${certain ? 'This ARN matches nothing.' : 'This ARN may match nothing.'}`,
      {
        severity: certain ? 'error' : 'warning',
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})

/**
 * AWS's lists of resource types have gaps, and AWS's own policies have patterns such as `vpc-endpoint:*`: an error is only what names
 * a particular resource in a form that no resource has. No bucket has a colon in its name.
 */
function isCertain({ service, resource }: WrittenArn): boolean {
  return service === 's3' || /^[^:/]*[:/][^*?$]/u.test(resource)
}

/** The last field of a type's format: `table/${TableName}`. */
function resourceOf({ arn }: ResourceType): string {
  return splitFields(arn).slice(5).join(':')
}

/** The last field with the other separator, or with the nearest word in front, if that is a resource of the service. */
function nearestResource(
  arn: WrittenArn,
  types: readonly ResourceType[],
  context: Context,
): string | undefined {
  const fits = (resource: string) =>
    (typesByResource(context, writeArn(arn, { resource }))?.length ?? 0) > 0
  const [, word = '', separator = '', rest = ''] = /^([^:/]*)([:/]?)(.*)$/u.exec(arn.resource) ?? []
  const other = separator === ':' ? '/' : ':'
  const words = types.flatMap((type) => /^([A-Za-z-]+)[:/]/u.exec(resourceOf(type))?.[1] ?? [])
  const near = nearestName(word, new Set(words)) ?? word
  return [`${word}${other}${rest}`, `${near}${separator}${rest}`, `${near}${other}${rest}`].find(
    (resource) => separator !== '' && resource !== arn.resource && fits(resource),
  )
}
