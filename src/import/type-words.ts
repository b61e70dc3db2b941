import type { PolicyType } from '#policy'
import type { TypeGround } from './imported.ts'

const typeWords: Readonly<Record<PolicyType, string>> = {
  identity: 'an identity policy',
  resource: 'a resource policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'an endpoint policy',
}

/** "Taken as a resource policy, because it names a Principal." */
export function takenAs(
  type: PolicyType,
  ground: TypeGround | { readonly kind: 'chosen' },
): string {
  return `Taken as ${typeWords[type]}, because ${groundWords(ground)}.`
}

function groundWords(ground: Parameters<typeof takenAs>[1]): string {
  switch (ground.kind) {
    case 'trust':
      return 'it says who may assume a role'
    case 'principal':
      return `it names a ${ground.element}`
    case 'deniesEveryone':
      return 'it only denies, to everyone and for every resource'
    case 'deniesOnly':
      return `it only denies, and reads ${ground.sign}`
    case 'noPrincipal':
      return 'it names no Principal'
    case 'chosen':
      return 'you chose so'
    case 'source':
      return `it stands in ${ground.place}`
  }
}
