import { splitArn, type ArnParts } from '#policy'

/** What is asked for: one resource, or `*` where the action supports no resource-level permissions. */
export interface Resource {
  readonly arn: string
  /** The six parts, unless the text is `*` or no ARN. */
  readonly parts: ArnParts | undefined
  /** The owner: as stated, else the ARN's account; undefined when neither tells. */
  readonly account: string | undefined
}

/**
 * Reads a resource. What stands in an ARN's account part without being an account number (the `aws` of AWS's managed policies, a
 * `*`) says nothing of the owner, and neither does a blank statement of it.
 */
export function resource(arn: string, account?: string): Resource {
  const parts = splitArn(arn)
  const owner = /^\d+$/u.test(parts?.account ?? '') ? parts?.account : undefined
  return { arn, parts, account: account?.trim() ? account : owner }
}
