import type { Statement } from '#policy'
import { actionDetails, splitAction } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'

/** A resource that is neither `*` nor an ARN. */
export default defineCheck({
  id: 'invalid-arn-prefix',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  resource({ value, span }, context, statement) {
    if (/^\*+$/u.test(value) || value.startsWith('arn:')) return
    // A variable that holds a whole ARN; and the short form of Amazon API Gateway's resource policies.
    if (value.startsWith('${') || /^execute-api:\//u.test(value)) return
    const meant = arnFor(value, statement, context)
    const { edit, report } = context
    report(
      span,
      `${value === '' ? 'the resource is empty' : `"${value}" is no ARN`}; a resource is "*" or begins with "arn:"${meant ? `, such as "${meant}"` : ''}.`,
      {
        fixes: meant ? [accessFix(`Change to "${meant}"`, edit.replace(span, meant))] : [],
      },
    )
  },
})

/** The ARN that was probably meant. */
function arnFor(value: string, statement: Statement, context: Context): string | undefined {
  if (/^arn:/iu.test(value)) return value.replace(/^arn/iu, 'arn')
  if (/^aws[\w-]*:[\w-]+:/u.test(value)) return `arn:${value}`
  const bucket =
    /^s3:\/\/(.+)$/u.exec(value)?.[1] ??
    /^https:\/\/s3[\w.-]*\.amazonaws\.com\/(.+)$/u.exec(value)?.[1]
  if (bucket !== undefined) return `arn:aws:s3:::${bucket}`
  const host = /^https:\/\/([\w.*-]+)\.s3[\w.-]*\.amazonaws\.com(\/.*)?$/u.exec(value)
  if (host) return `arn:aws:s3:::${host[1] ?? ''}${host[2] ?? ''}`
  const queue = /^https:\/\/sqs\.([\w-]+)\.amazonaws\.com\/(\d{12})\/([\w.*-]+)$/u.exec(value)
  if (queue) return `arn:aws:sqs:${queue.slice(1).join(':')}`
  return /^[\w.*/-]+$/u.test(value) ? arnOfName(value, statement, context) : undefined
}

/** A bare name, put into the ARN format of what the first action takes. */
function arnOfName(name: string, { action }: Statement, { reference }: Context) {
  const first = action?.patterns[0]?.value
  if (first === undefined || action?.negated) return undefined
  if (splitAction(first).prefix.toLowerCase() === 's3') return `arn:aws:s3:::${name}`
  const details = actionDetails(reference, first)
  const format = typeof details === 'string' ? undefined : details.resourceTypes[0]?.type.arn
  return format
    ?.replace('${Partition}', 'aws')
    .replace(/\$\{(?:Region|\w*Account\w*)\}/gu, '*')
    .replace(/\$\{\w+\}$/u, name)
    .replace(/\$\{\w+\}/gu, '*')
}
