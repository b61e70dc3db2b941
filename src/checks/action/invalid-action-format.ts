import { allServices } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'

/** An action that is not written as a service prefix, a colon and a name. */
export default defineCheck({
  id: 'invalid-action-format',
  severity: 'error',
  appliesTo: 'all',
  peers: ['parliament'],
  action({ value, span }, context) {
    const fact = whatIsWrong(value)
    if (fact === undefined) return
    const { edit, report } = context
    const repaired = repair(value, context)
    report(
      span,
      `${fact}; an action is written service:Action. It matches nothing${repaired ? `, did you mean "${repaired}"?` : '.'}`,
      {
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  },
})

/** The offence in words; undefined for `*`, for `service:Name`, and for what other checks are about. */
function whatIsWrong(value: string): string | undefined {
  if (/^\*+$/u.test(value) || value.includes('${')) return undefined
  if (value.trim() === '') return 'the action is empty'
  if (/^arn:/iu.test(value)) return `"${value}" is an ARN, which belongs in Resource`
  if (value.includes('::')) return undefined
  if (/^\s|\s$/u.test(value))
    return `"${value}" has a space at ${/^\s/u.test(value) ? 'its beginning' : 'its end'}`
  if (/\s/u.test(value)) return `"${value}" has a space in it`
  if (value.includes('.')) return `"${value}" has a dot in it`
  const parts = value.split(':')
  if (parts.length === 1) return `"${value}" has no colon`
  if (parts.length > 2) return `"${value}" has more than one colon`
  if (parts[0] === '') return `"${value}" has no service before the colon`
  if (parts[1] === '') return `"${value}" has no name behind the colon`
  return undefined
}

const format = /^[\w*?-]+:[\w*?-]+$/u

/** What was probably meant; undefined where that cannot be told. */
function repair(value: string, context: Context): string | undefined {
  if (/^arn:/iu.test(value)) return undefined
  const compact = value.replace(/\s+/gu, '').replace(/\.amazonaws\.com(?=:)/u, '')
  if (format.test(compact)) return compact
  const split = compact.replace(/^([\w-]+)[./;,]/u, '$1:')
  if (format.test(split)) return split
  if (/^[\w-]+:$/u.test(compact)) return `${compact}*`
  const bare = /^:?([\w-]+)$/u.exec(compact)?.[1]
  return bare === undefined ? undefined : named(bare, context)
}

/** For a service without an action, all of it; for an action without a service, the service that has it. */
function named(bare: string, { document, reference }: Context): string | undefined {
  const services = allServices(reference)
  if (services === 'notLoaded') return undefined
  const lower = bare.toLowerCase()
  if (services.some(({ prefix }) => prefix === lower)) return `${lower}:*`
  const having = services.flatMap(({ byName }) => byName.get(lower) ?? [])
  const used = new Set(
    document.statements.flatMap(
      ({ action }) => action?.patterns.map(({ value }) => value.split(':')[0]?.toLowerCase()) ?? [],
    ),
  )
  const [best] = having.filter(({ service }) => used.has(service))
  return (best ?? (having.length === 1 ? having[0] : undefined))?.id
}
