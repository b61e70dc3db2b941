/** Who signs people in before they assume a role. */
export type IdentityProvider =
  | { readonly kind: 'saml' }
  /** `issuer`: what the keys of its claims begin with. */
  | { readonly kind: 'oidc'; readonly issuer: string }

/** Providers that AWS knows without a provider in the account. */
const knownIssuers =
  /^(?:cognito-identity(?:[.-][\w-]+)*\.amazonaws\.com(?:\.cn)?|www\.amazon\.com|graph\.facebook\.com|accounts\.google\.com)$/u

/** The provider that a value of `Principal.Federated` names; undefined for a value in no known form. */
export function providerOf(value: string): IdentityProvider | undefined {
  if (knownIssuers.test(value)) return { kind: 'oidc', issuer: value }
  const [, type, name = ''] =
    /^arn:aws[\w-]*:iam::(?:\d{12}|aws):(saml|oidc)-provider\/([^*?]+)$/u.exec(value) ?? []
  if (type === 'saml') return { kind: 'saml' }
  return type === 'oidc' ? { kind: 'oidc', issuer: name } : undefined
}
