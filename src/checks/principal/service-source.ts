import type { Fix, PrincipalPattern, Statement } from '#policy'
import { findService, findServicePrincipal, type ServicePrincipal } from '#reference'
import { accessFix, type Context } from '../check.ts'
import { testsKey } from '../condition-clauses.ts'
import { alsoRequire } from '../condition-edits.ts'

/** On whose behalf a service calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const sourceKeys = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
] as const

/** Where a request comes from, which for a call by a service says nothing about whom it calls for. */
export const networkKeys = [
  'aws:SourceIp',
  'aws:VpcSourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:Referer',
  'aws:UserAgent',
] as const

/**
 * The service that an Allow lets in whomever it calls for, though its calls would say so; undefined for a service of which that is
 * not known.
 */
export function unboundService(
  { kind, value }: PrincipalPattern,
  statement: Statement,
  context: Context,
): ServicePrincipal | undefined {
  const { principal, effect } = statement
  if (kind !== 'Service' || principal?.negated !== false || effect?.value !== 'Allow')
    return undefined
  const service = findServicePrincipal(context.reference, value)
  if (typeof service === 'string' || service.source === 'unknown') return undefined
  // The encryption context of a call to KMS names the caller's own resource just as well.
  if (testsKey(statement, ...sourceKeys, 'kms:EncryptionContext:')) return undefined
  return isDeniedBySource(context) ? undefined : service
}

/** A Deny of whatever has another source protects every Allow beside it. */
function isDeniedBySource({ document }: Context): boolean {
  return document.statements.some(
    (statement) => statement.effect?.value === 'Deny' && testsKey(statement, ...sourceKeys),
  )
}

/** The conditions that bind a service to its callers of one account. None where other principals would fall under them too. */
export function sourceFixes(
  { name }: ServicePrincipal,
  statement: Statement,
  context: Context,
): readonly (Fix | undefined)[] {
  if (!statement.principal?.patterns.every(({ kind }) => kind === 'Service')) return []
  const known = accountOf(context)
  const account = known ?? (context.document.variables ? '${aws:ResourceAccount}' : undefined)
  if (account === undefined) return []
  // `delivery.logs.amazonaws.com` calls for resources of `logs`.
  const service = name.split('.').at(-3) ?? ''
  const hasArns = known !== undefined && service !== 's3' && isService(context, service)
  return [
    accessFix(
      'Add aws:SourceAccount',
      alsoRequire(context, statement, 'StringEquals', 'aws:SourceAccount', account),
    ),
    hasArns
      ? accessFix(
          'Add aws:SourceArn',
          alsoRequire(
            context,
            statement,
            'ArnLike',
            'aws:SourceArn',
            `arn:aws:${service}:*:${known}:*`,
          ),
        )
      : undefined,
  ]
}

function isService({ reference }: Context, prefix: string): boolean {
  return typeof findService(reference, prefix) !== 'string'
}

/** The account that the document's resources are in, if it is one. */
export function accountOf({ document }: Context): string | undefined {
  const accounts = new Set(
    document.statements.flatMap(({ resource }) =>
      (resource?.patterns ?? []).flatMap(
        ({ value }) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/u.exec(value)?.[1] ?? [],
      ),
    ),
  )
  return accounts.size === 1 ? [...accounts][0] : undefined
}
