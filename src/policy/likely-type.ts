import type { PolicyDocument, PolicyType, Statement } from './document.ts'
import { isTrustPolicy } from './grammar.ts'

/** The type a policy most likely has, judged by what it says, and on what ground. */
export interface LikelyType {
  readonly type: PolicyType
  readonly ground:
    | { readonly kind: 'trust' }
    | { readonly kind: 'principal'; readonly element: string }
    /** Denies everyone everything on any resource: the shape of a resource control policy. */
    | { readonly kind: 'deniesEveryone' }
    /** Denies only, and looks at the organization or the region: the shape of a service control policy. */
    | { readonly kind: 'deniesOnly'; readonly sign: string }
    | { readonly kind: 'noPrincipal' }
}

/** What guardrails look at and policies of a single user or role seldom do; in lower case. */
const guardrailKeys = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
  'aws:requestedregion',
  'aws:resourceorgid',
]

/** Several types share a grammar, so this is a first guess for somebody to confirm. */
export function likelyType(document: PolicyDocument): LikelyType {
  const { statements } = document
  const named = statements.find(({ principal }) => principal)?.principal
  if (named) {
    if (isTrustPolicy(document)) return { type: 'resource', ground: { kind: 'trust' } }
    return statements.every(deniesEveryone)
      ? { type: 'rcp', ground: { kind: 'deniesEveryone' } }
      : { type: 'resource', ground: { kind: 'principal', element: named.key.value } }
  }
  const denies = statements.length > 0 && statements.every(({ effect }) => effect?.value === 'Deny')
  const sign = denies ? statements.flatMap(guardrailSigns)[0] : undefined
  return sign === undefined
    ? { type: 'identity', ground: { kind: 'noPrincipal' } }
    : { type: 'scp', ground: { kind: 'deniesOnly', sign } }
}

function deniesEveryone({ effect, principal, resource }: Statement): boolean {
  return (
    effect?.value === 'Deny' &&
    principal?.negated === false &&
    principal.patterns.every(({ value }) => value === '*') &&
    resource?.negated === false &&
    resource.patterns.every(({ value }) => value === '*')
  )
}

function guardrailSigns({ action, conditions }: Statement): readonly string[] {
  const keys = conditions.map(({ key }) => key.value)
  const actions = (action?.patterns ?? []).map(({ value }) => value)
  return [
    ...keys.filter((key) => guardrailKeys.includes(key.toLowerCase())),
    ...actions.filter((name) => name.toLowerCase().startsWith('organizations:')),
  ]
}
