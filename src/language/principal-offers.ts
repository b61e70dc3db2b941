import type { PrincipalKind } from '#policy'
import { servicePrincipals } from '#reference'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { accountsInUse, partitionInUse, principalsInUse } from './in-use.ts'
import { literal } from './snippet.ts'
import { principalText } from './words.ts'

/**
 * Providers that name themselves instead of having an ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const domainProviders: readonly (readonly [domain: string, product: string])[] = [
  ['cognito-identity.amazonaws.com', 'Amazon Cognito'],
  ['accounts.google.com', 'Google'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
]

const one = (value: string, detail: string): Offer => ({
  label: value,
  kind: 'value',
  value: quotedSnippet(value),
  detail,
})

/** Principals of one kind: who asks, those of the workspace, then what is known of the kind. */
export function principalValueOffers(of: PrincipalKind, occasion: Occasion): readonly Offer[] {
  const { situation } = occasion
  const asks = whoAsks(of, occasion)
  const used = principalsInUse(situation, of)
    .filter((value) => value !== '*')
    .map((value) => one(value, 'in this workspace'))
  const offered = new Set<string>()
  return [...asks, ...used, ...knownOf(of, occasion)].filter(
    ({ label }) => !offered.has(label) && offered.add(label),
  )
}

function whoAsks(of: PrincipalKind, { request }: Occasion): readonly Offer[] {
  const principal = request?.principal
  if (!principal) return []
  const kind = 'makes the request'
  switch (of) {
    case 'AWS':
      return 'account' in principal
        ? [one(principalText(principal), kind), one(principal.account, 'its account')]
        : []
    case 'Service':
      return principal.kind === 'service' ? [one(principal.service, kind)] : []
    case 'Federated':
      return principal.kind === 'federatedProvider' ? [one(principal.provider, kind)] : []
    case 'CanonicalUser':
      return principal.kind === 'canonicalUser' ? [one(principal.id, kind)] : []
  }
}

function knownOf(of: PrincipalKind, { situation, reference }: Occasion): readonly Offer[] {
  const accounts = accountsInUse(situation)
  switch (of) {
    case 'AWS':
      return [
        ...accounts.map((account) => one(account, 'in this workspace')),
        ...(reference.names ? [roleOffer(situation, accounts[0])] : []),
        one('*', 'everyone'),
      ]
    case 'Service': {
      const known = servicePrincipals(reference)
      return known === 'notLoaded' ? [] : known.map(({ name, product }) => one(name, product))
    }
    case 'Federated':
      return reference.names
        ? [
            ...domainProviders.map(([domain, product]) => one(domain, product)),
            providerOffer(situation, accounts[0], 'oidc-provider', 'an OpenID Connect provider'),
            providerOffer(situation, accounts[0], 'saml-provider', 'a SAML provider'),
          ]
        : []
    case 'CanonicalUser':
      return []
  }
}

type Situation = Occasion['situation']

function roleOffer(situation: Situation, account = '111122223333'): Offer {
  const start = `arn:${partitionInUse(situation)}:iam::`
  return {
    label: `${start}${account}:role/…`,
    kind: 'resource',
    value: `"${literal(start)}\${1:${account}}:role/\${2:RoleName}"`,
    detail: 'a role',
  }
}

function providerOffer(
  situation: Situation,
  account = '111122223333',
  kind: 'oidc-provider' | 'saml-provider',
  detail: string,
): Offer {
  const start = `arn:${partitionInUse(situation)}:iam::`
  const name = kind === 'oidc-provider' ? 'token.actions.githubusercontent.com' : 'ProviderName'
  return {
    label: `${start}${account}:${kind}/${name}`,
    kind: 'resource',
    value: `"${literal(start)}\${1:${account}}:${kind}/\${2:${name}}"`,
    detail,
  }
}
