import { principalFromArn, type PrincipalInput, type RequestInput } from '#request'
import { principalName } from './words.ts'

/** A piece of the sentence; `is` tells which field it shows, or that it is the words between. */
export interface SentencePart {
  readonly is: 'principal' | 'action' | 'resource' | 'words'
  readonly text: string
  /** The whole text where `text` is a short form of it. */
  readonly full?: string
}

/** "role/analyst calls s3:GetObject on arn:aws:s3:::reports/q3.csv", in pieces; what is not filled in is an ellipsis. */
export function requestSentence({
  principal,
  action,
  resource,
}: RequestInput): readonly SentencePart[] {
  const full = writtenPrincipal(principal)
  const short = shortPrincipal(principal)
  return [
    { is: 'principal', text: short || '…', ...(short === full ? {} : { full }) },
    { is: 'words', text: ' calls ' },
    { is: 'action', text: action || '…' },
    // An action without resource-level permissions is on nothing in particular.
    ...(resource.arn === '*'
      ? []
      : ([
          { is: 'words', text: ' on ' },
          { is: 'resource', text: resource.arn || '…' },
        ] as const)),
  ]
}

function writtenPrincipal(principal: PrincipalInput): string {
  if ('arn' in principal) return principal.arn
  if ('service' in principal) return principal.service
  if ('federated' in principal) return principal.federated
  if ('canonicalUser' in principal) return principal.canonicalUser
  return 'an anonymous caller'
}

function shortPrincipal(principal: PrincipalInput): string {
  if ('arn' in principal) {
    const known = principalFromArn(principal.arn)
    return known ? principalName(known) : principal.arn
  }
  return 'canonicalUser' in principal && principal.canonicalUser !== ''
    ? principalName({ kind: 'canonicalUser', id: principal.canonicalUser })
    : writtenPrincipal(principal)
}
