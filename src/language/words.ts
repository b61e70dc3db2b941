import type { PolicySource, PolicyType, Span } from '#policy'
import type { Principal } from '#request'

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  const end = items.at(-1)
  if (end === undefined) return ''
  return items.length === 1 ? end : `${items.slice(0, -1).join(', ')} ${last} ${end}`
}

/** The sentence with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "1 allow", "2 allows". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** A value of a request, an empty one made visible. */
export function shown(value: string): string {
  return value === '' ? 'empty' : value
}

/** "line 4", "lines 4–13": lines count from one. */
export function linesOf({ text }: PolicySource, { start, end }: Span): string {
  const first = lineAt(text, start)
  const last = lineAt(text, Math.max(start, end - 1))
  return first === last ? `line ${first}` : `lines ${first}–${last}`
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** A policy type at the head of a layer. */
export const typeLabels: Readonly<Record<PolicyType, string>> = {
  identity: 'Identity',
  resource: 'Resource',
  boundary: 'Boundary',
  session: 'Session',
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'Endpoint',
}

/** A policy of a type, in a sentence. */
export const typeNames: Readonly<Record<PolicyType, string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  endpoint: 'endpoint policy',
}

/** Who asks, in as few words as tell it: "role/analyst". */
export function principalName(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
    case 'role':
      return `${principal.kind}${principal.path}${principal.name}`
    case 'roleSession':
      return `role/${principal.role} (session ${principal.session})`
    case 'federatedUser':
      return `federated-user/${principal.name}`
    case 'root':
      return `the root user of ${principal.account}`
    case 'service':
      return principal.service
    case 'federatedProvider':
      return principal.provider
    case 'canonicalUser':
      return `canonical user ${principal.id}`
    case 'anonymous':
      return 'an anonymous caller'
    case 'unknown':
      return principal.arn
  }
}

/** The principal's ARN, or what stands for it. */
export function principalText(principal: Principal): string {
  return 'arn' in principal ? principal.arn : principalName(principal)
}
