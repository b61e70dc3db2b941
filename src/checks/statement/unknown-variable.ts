import { nearestName, type Located } from '#policy'
import { conditionKeysOf, findConditionKey, globalKeys, keyHomes, keyPrefix } from '#reference'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { stringsWithVariables, variablesIn } from './variables.ts'

/** A variable whose key does not exist, or has several values. */
export default defineCheck({
  id: 'unknown-variable',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  statement(statement, context) {
    for (const string of stringsWithVariables(statement)) judge(string, context)
  },
})

function judge({ value, span }: Located<string>, context: Context): void {
  const { edit, reference, report } = context
  for (const piece of variablesIn(context, value)) {
    if (piece.kind !== 'variable' || isIssuer(piece.key)) continue
    const key = findConditionKey(reference, piece.key)
    if (key === 'notLoaded') continue
    if (key !== 'unknown') {
      if (!key.multivalued) continue
      report(
        span,
        `${key.name} has several values, so it cannot be a variable: the whole string matches nothing.`,
      )
      continue
    }
    const near = nearestKey(piece.key, context)
    const repaired = near && value.replace(`\${${piece.key}`, () => `\${${near}`)
    report(
      span,
      `there is no condition key "${piece.key}"${near ? `, did you mean "${near}"?` : '.'} A key that is not in the request makes the whole string match nothing.`,
      {
        fixes: repaired ? [accessFix(`Change to "${repaired}"`, edit.replace(span, repaired))] : [],
      },
    )
  }
}

/** The keys of OpenID Connect providers are named after their issuer and can be any of its claims. */
function isIssuer(key: string): boolean {
  return keyPrefix(key).includes('.')
}

function nearestKey(written: string, { reference }: Context): string | undefined {
  const prefix = keyPrefix(written)
  const global = globalKeys.filter(({ multivalued }) => !multivalued).map(({ name }) => name)
  const ofService = keyHomes(reference, prefix).flatMap((home) => {
    const keys = conditionKeysOf(reference, home)
    return typeof keys === 'string'
      ? []
      : keys.flatMap(({ name, multivalued }) => (multivalued || name.includes('${') ? [] : name))
  })
  const lower = written.toLowerCase()
  const withPrefix = global.find((name) => name.toLowerCase() === `aws:${lower}`)
  const near = withPrefix ?? nearestName(written, prefix === 'aws' ? global : ofService)
  // Where a tag's name must follow, only its author knows which.
  return near?.endsWith('/') ? undefined : near
}
