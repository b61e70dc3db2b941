import { splitArn, type PrincipalPattern } from '#policy'
import type { PrincipalTrace, Strength } from '#evaluator'
import { accountOf, type Principal } from '#request'
import { principalName } from './words.ts'

/** How a principal is named, and so how far an Allow reaches. */
export function strengthWords(strength: Strength): string {
  switch (strength) {
    case 'direct':
      return 'names the principal itself'
    case 'role':
      return 'names the role, and so each of its sessions'
    case 'delegation':
      return 'names the account, which decides for its principals'
  }
}

/** Why one principal of a list does not match: kind, wildcard, account or name. */
export function principalMissWords(pattern: PrincipalPattern, principal: Principal): string {
  const who = principalName(principal)
  switch (pattern.kind) {
    case 'Service':
      return principal.kind === 'service'
        ? `the request comes from ${who}`
        : `names an AWS service, and the request comes from ${who}`
    case 'Federated':
      return principal.kind === 'federatedProvider'
        ? `the request comes from ${who}`
        : `names an identity provider, and the request comes from ${who}`
    case 'CanonicalUser':
      return principal.kind === 'canonicalUser'
        ? `the request comes from ${who}`
        : `names a canonical user, and the request comes from ${who}`
    case 'AWS':
      return accountMissWords(pattern.value, principal, who)
  }
}

function accountMissWords(value: string, principal: Principal, who: string): string {
  if (/[*?]/u.test(value)) return 'has a wildcard inside, so it names nobody'
  const account = /^\d{12}$/u.test(value) ? value : splitArn(value)?.account
  if (account === undefined) return "isn't an account or an ARN, so it names nobody"
  if (principal.kind === 'anonymous') return 'the request is anonymous, and only "*" names that'
  const asked = accountOf(principal)
  if (asked !== undefined && asked !== account)
    return `the account differs: ${account || 'none'} here, ${asked} in the request`
  return `the request comes from ${who}`
}

/** Why the element as a whole matches or fails. */
export function principalWords(trace: PrincipalTrace, principal: Principal): string {
  const who = principalName(principal)
  if (trace.clause.negated) {
    switch (trace.caught) {
      case 'accountNotListed':
        return `${who} is listed, but its account isn't, so it isn't excepted`
      case 'roleNotListed':
        return `${who} is listed, but its role isn't, so it isn't excepted`
      case 'boundary':
        return 'a principal with a permissions boundary is never excepted'
      case undefined:
        return trace.matched ? `${who} isn't one of these` : `${who} is excepted`
    }
  }
  if (trace.patterns.length === 0) return 'names nobody, so it matches nothing'
  if (trace.matched) {
    const everyone = trace.patterns.some(
      ({ pattern, strength }) => strength === 'direct' && pattern.value === '*',
    )
    return everyone ? 'names everyone' : strengthWords(trace.strength ?? 'direct')
  }
  const [only, another] = trace.patterns
  return only && !another
    ? principalMissWords(only.pattern, principal)
    : `the request comes from ${who}`
}
