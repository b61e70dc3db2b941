import { splitArn, type ArnParts } from '#policy'

/** What is asked for: one resource, or `*` where the action supports no resource-level permissions. */
export interface Resource {
  readonly arn: string
  /** The six parts, unless the text is `*` or no ARN. */
  readonly parts: ArnParts | undefined
  /** The owner: as stated, else the ARN's account; undefined when neither tells. */
  readonly account: string | undefined
}

export function resource(arn: string, account?: string): Resource {
  const parts = splitArn(arn)
  return { arn, parts, account: account ?? (parts?.account ? parts.account : undefined) }
}
