import type { StatementRef } from '#evaluator'
import type { Workspace } from '#workspace'

/** The part of a workspace a link points at: a request by its place in the list, or a statement. */
export type Focus =
  | { readonly kind: 'request'; readonly index: number }
  | { readonly kind: 'statement'; readonly ref: StatementRef; readonly request?: number }

/** As it stands behind a link's check: `&request=2`, `&statement=2&policy=guardrails`; requests and statements count from 1. */
export function writeFocus(focus: Focus): string {
  if (focus.kind === 'request') return `&request=${focus.index + 1}`
  const request = focus.request === undefined ? '' : `&request=${focus.request + 1}`
  return `${request}&statement=${focus.ref.statement + 1}&policy=${encodeURIComponent(focus.ref.policy)}`
}

/** The focus written behind a link, when there is one and the workspace has that part. */
export function readFocus(text: string, { policies, scenarios }: Workspace): Focus | undefined {
  const members = new Map(
    text.split('&').flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)] as const]
    }),
  )
  const number = (name: string) => {
    const digits = /^\d{1,6}/u.exec(members.get(name) ?? '')?.[0]
    return digits === undefined ? -1 : Number(digits) - 1
  }
  const request = number('request')
  const known = request >= 0 && request < scenarios.length
  const policy = decode(members.get('policy') ?? '')
  const statement = number('statement')
  if (statement >= 0 && policies.some(({ name }) => name === policy))
    return { kind: 'statement', ref: { policy, statement }, ...(known && { request }) }
  return known ? { kind: 'request', index: request } : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
