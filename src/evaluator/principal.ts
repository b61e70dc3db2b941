import { splitArn, type PrincipalClause, type PrincipalPattern } from '#policy'
import { principalFromArn, type IdentityPrincipal, type Principal } from '#request'
import type { PrincipalPatternTrace, PrincipalTrace, Strength } from './decision.ts'
import { keepIfSame } from './unchanged.ts'

/** A compiled `Principal` or `NotPrincipal` element. `bounded`: a permissions boundary of the requester is consulted. */
export type CompiledPrincipal = (requester: Principal, bounded: boolean) => PrincipalTrace

/**
 * `Principal` and `NotPrincipal`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function compilePrincipal(clause: PrincipalClause): CompiledPrincipal {
  const matches = clause.patterns.map(compilePrincipalPattern)
  const traces = clause.patterns.map(patternTraces)
  let last: PrincipalTrace | undefined
  return (requester, bounded) => {
    const results = traces.map((traceOf, index) => traceOf(matches[index]?.(requester)))
    const patterns = keepIfSame(last?.patterns, results)
    const trace = clause.negated
      ? judgeNotPrincipal(clause, requester, bounded, patterns)
      : judgePrincipal(clause, patterns)
    const unchanged =
      last?.patterns === patterns && last.matched === trace.matched && last.caught === trace.caught
    if (!last || !unchanged) last = trace
    return last
  }
}

type PatternTraces = (strength: Strength | undefined) => PrincipalPatternTrace

/** One trace per strength, made when first needed. */
function patternTraces(pattern: PrincipalPattern): PatternTraces {
  const made = new Map<Strength | undefined, PrincipalPatternTrace>()
  return (strength) => {
    const known = made.get(strength)
    if (known) return known
    const trace = { pattern, strength }
    made.set(strength, trace)
    return trace
  }
}

function judgePrincipal(
  clause: PrincipalClause,
  patterns: readonly PrincipalPatternTrace[],
): PrincipalTrace {
  const strength = strongest(patterns)
  return { clause, matched: strength !== undefined, strength, patterns }
}

function judgeNotPrincipal(
  clause: PrincipalClause,
  requester: Principal,
  bounded: boolean,
  patterns: readonly PrincipalPatternTrace[],
): PrincipalTrace {
  const caught = notEscaped(requester, bounded, patterns)
  const matched = caught !== undefined
  return {
    clause,
    matched,
    strength: undefined,
    patterns,
    ...(matched && caught !== 'notListed' && { caught }),
  }
}

const ranking: readonly Strength[] = ['direct', 'role', 'delegation']

function strongest(patterns: readonly PrincipalPatternTrace[]): Strength | undefined {
  return ranking.find((strength) => patterns.some((pattern) => pattern.strength === strength))
}

/**
 * Why a `NotPrincipal` statement catches the requester; undefined when it escapes. AWS may check account, role and session one
 * after the other, so a principal escapes only when all of them are listed (semantics.md 5.6).
 */
function notEscaped(
  requester: Principal,
  bounded: boolean,
  patterns: readonly PrincipalPatternTrace[],
): 'notListed' | NonNullable<PrincipalTrace['caught']> | undefined {
  // A list that names nobody takes the statement out of the policy, as everywhere (semantics.md 1.10).
  if (patterns.length === 0) return undefined
  if (bounded) return 'boundary'
  const everyone = patterns.some(
    ({ pattern, strength }) => strength !== undefined && pattern.value === '*',
  )
  if (everyone) return undefined
  const listed = (strength: Strength) => patterns.some((pattern) => pattern.strength === strength)
  if (!('account' in requester)) return listed('direct') ? undefined : 'notListed'
  if (requester.kind === 'root') return listed('direct') ? undefined : 'notListed'
  const named = listed('direct') || (requester.kind === 'role' && listed('role'))
  if (!named) return 'notListed'
  if (!listed('delegation')) return 'accountNotListed'
  if (requester.kind === 'roleSession' && !listed('role')) return 'roleNotListed'
  return undefined
}

type Match = (requester: Principal) => Strength | undefined

const nobody: Match = () => undefined

function compilePrincipalPattern({ kind, value }: PrincipalPattern): Match {
  switch (kind) {
    case 'Service':
      return (requester) =>
        requester.kind === 'service' && requester.service === value ? 'direct' : undefined
    case 'Federated':
      return (requester) =>
        requester.kind === 'federatedProvider' && requester.provider === value
          ? 'direct'
          : undefined
    case 'CanonicalUser':
      return (requester) =>
        requester.kind === 'canonicalUser' && requester.id === value ? 'direct' : undefined
    case 'AWS':
      return compileAws(value)
  }
}

function compileAws(value: string): Match {
  // Everyone: anonymous callers and AWS services too.
  if (value === '*') return () => 'direct'
  if (/^\d{12}$/u.test(value)) return ofAccount(value, undefined)
  // A wildcard within a name or ARN names nobody.
  if (/[*?]/u.test(value)) return nobody
  const named = principalFromArn(value)
  if (!named) return nobody
  return named.kind === 'root'
    ? ofAccount(named.account, splitArn(value)?.partition)
    : ofIdentity(named)
}

/** An account lets its own policies decide; for the root user itself that is a direct match. */
function ofAccount(account: string, partition: string | undefined): Match {
  return (requester) => {
    if (!('account' in requester) || requester.account !== account) return undefined
    if (partition !== undefined && requester.partition !== partition) return undefined
    return requester.kind === 'root' ? 'direct' : 'delegation'
  }
}

function ofIdentity(named: IdentityPrincipal): Match {
  return (requester) => {
    if (!('account' in requester)) return undefined
    if (requester.account !== named.account || requester.partition !== named.partition)
      return undefined
    if (named.kind === 'role') {
      if (requester.kind === 'role') return requester.arn === named.arn ? 'role' : undefined
      // A session's ARN carries no path.
      return requester.kind === 'roleSession' && requester.role === named.name ? 'role' : undefined
    }
    if (named.kind === 'user' && requester.kind === 'federatedUser')
      // Who federated a user is not in the ARN; the user of that name is assumed (semantics.md 14.17).
      return requester.name === named.name ? 'role' : undefined
    return requester.arn === named.arn ? 'direct' : undefined
  }
}
