import { nearestName } from '#policy'
import {
  allServices,
  conditionKeysOf,
  findService,
  findWithdrawn,
  isUnlistedKey,
  keyHomes,
  keyPrefix,
  type Reference,
} from '#reference'
import { whatFollows } from '../absent-key.ts'
import { servicesNamed } from '../action-meaning.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { isAwsKey, keyOf, renameKey } from '../condition-keys.ts'

/** A key of a service that does not have it. */
export default defineCheck({
  id: 'invalid-service-condition-key',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'iam-policy-validator'],
  needs: 'details',
  condition(clause, context, statement) {
    const { value, span } = clause.key
    const prefix = keyPrefix(value)
    if (prefix === 'aws' || !isAwsKey(value) || isUnlistedKey(value)) return
    if (keyOf(context)(clause) !== 'unknown') return
    if (findWithdrawn(context.reference, prefix) !== 'unknown') return
    const service = findService(context.reference, prefix)
    const known = isPrefix(context.reference, prefix)
    const near = known ? nearestKey(context, value, prefix) : keyOfNearestService(context, value)
    const fact = !known
      ? `no service has condition keys that begin with "${prefix}:"`
      : `${typeof service === 'string' ? `"${prefix}:"` : service.product} has no condition key "${value}"`
    context.report(
      span,
      `${fact}${near ? `, did you mean "${near}"?` : '.'} No request carries it, ${whatFollows(statement, clause)}.`,
      {
        fixes: [
          near
            ? accessFix(`Change to "${near}"`, renameKey(context, statement, clause, near))
            : undefined,
        ],
      },
    )
  },
})

function isPrefix(reference: Reference, prefix: string): boolean {
  return keyHomes(reference, prefix).some(
    (home) => typeof findService(reference, home) !== 'string',
  )
}

function nearestKey({ reference }: Context, written: string, prefix: string): string | undefined {
  const names = keyHomes(reference, prefix).flatMap((home) => {
    const keys = conditionKeysOf(reference, home)
    return typeof keys === 'string' ? [] : keys.map(({ name }) => name)
  })
  return nearestName(
    written,
    names.filter((name) => !name.includes('${')),
  )
}

/** The same key with the nearest prefix that has it. */
function keyOfNearestService(context: Context, written: string): string | undefined {
  const { reference } = context
  const services = allServices(reference)
  const prefix = keyPrefix(written)
  const near =
    services === 'notLoaded'
      ? undefined
      : nearestName(prefix, [...servicesNamed(context), ...services.map((one) => one.prefix)])
  if (near === undefined) return undefined
  const renamed = near + written.slice(prefix.length)
  return nearestKey(context, renamed, near)
}
