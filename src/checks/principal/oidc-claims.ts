import type { ConditionClause, PrincipalPattern, Statement } from '#policy'
import { inclusionOf } from '../granted-actions.ts'
import { providerOf } from './identity-providers.ts'

const github = 'token.actions.githubusercontent.com'

/** Whom a statement of a trust policy lets in by a token, and how they are told apart. */
export interface TokenIssuer {
  /** What the keys of its claims begin with. */
  readonly issuer: string
  readonly isGithub: boolean
}

/** The issuer whose tokens open the role, if the principal is one and the statement allows that call. */
export function issuerOf(
  { kind, value }: PrincipalPattern,
  statement: Statement,
): TokenIssuer | undefined {
  const { effect, principal } = statement
  if (kind !== 'Federated' || principal?.negated !== false || effect?.value !== 'Allow')
    return undefined
  if (!inclusionOf(statement, 'sts:AssumeRoleWithWebIdentity')) return undefined
  const provider = providerOf(value)
  if (provider?.kind !== 'oidc') return undefined
  const { issuer } = provider
  // GitHub Enterprise Cloud can have an issuer of its own behind the same host.
  return { issuer, isGithub: issuer === github || issuer.startsWith(`${github}/`) }
}

/** The claim that a condition tests, if it is one of this issuer: `sub`. Keys ignore case. */
export function claimOf({ key }: ConditionClause, { issuer }: TokenIssuer): string | undefined {
  const prefix = `${issuer.toLowerCase()}:`
  const lower = key.value.toLowerCase()
  return lower.startsWith(prefix) ? lower.slice(prefix.length) : undefined
}

/** Whether a condition on a claim says which tokens it takes, not merely which it does not or whether there is one. */
export function demands({ operator }: ConditionClause): boolean {
  return operator !== undefined && !operator.negated && operator.base !== 'Null'
}
