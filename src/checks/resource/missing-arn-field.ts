import { resourceTypesOf } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { splitFields } from './fields.ts'

const names = ['arn', 'partition', 'service', 'region', 'account', 'resource'] as const

/** An ARN with fewer than six fields. */
export default defineCheck({
  id: 'missing-arn-field',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  resource({ value, span }, context) {
    const fields = splitFields(value)
    // A `*` at the end runs on over the fields that are not written.
    if (fields[0] !== 'arn' || fields.length >= names.length || value.endsWith('*')) return
    const repaired = repair(fields, context)
    const { edit, report } = context
    const count = fields.length === 1 ? 'one field' : `${fields.length} fields`
    report(
      span,
      `"${value}" has ${count}, an ARN has six: arn:partition:service:region:account:resource.${
        repaired ? ` Did you mean "${repaired}"?` : ' It matches nothing.'
      }`,
      {
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})

/** With the fields that are missing between the service and the resource filled in: empty where the service leaves them empty. */
function repair(fields: readonly string[], { reference }: Context): string | undefined {
  const [, partition, service, ...rest] = fields
  const resource = rest.pop()
  if (!partition || !service || !resource) return undefined
  const types = resourceTypesOf(reference, service.toLowerCase())
  const formats = typeof types === 'string' ? [] : types.map(({ arn }) => splitFields(arn))
  const filled = (index: number) =>
    formats.length > 0 && formats.every((format) => format[index] !== '') ? '*' : ''
  const [only = ''] = rest
  const account = rest.find((field) => /^\d{12}$/u.test(field))
  const region = only !== account ? only : ''
  return ['arn', partition, service, region || filled(3), account ?? filled(4), resource].join(':')
}
