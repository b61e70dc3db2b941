import type { AccessRequest } from '#request'

/** What is not modelled and could change the answer to this request; each a sentence. */
export function limits(_request: AccessRequest): readonly string[] {
  return []
}
