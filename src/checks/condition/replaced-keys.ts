/** Keys that AWS has replaced, in lower case, and the key to use now. */
export interface ReplacedKey {
  /** As AWS spells it. */
  readonly name: string
  readonly by: string
  /** `gone`: AWS no longer accepts it. `old`: some services still send it. */
  readonly state: 'gone' | 'old'
}

const rows: readonly ReplacedKey[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
  { name: 'aws:ARN', by: 'aws:PrincipalArn', state: 'gone' },
  // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
  { name: 'aws:SourceOwner', by: 'aws:SourceAccount', state: 'old' },
]

export const replacedKeys: ReadonlyMap<string, ReplacedKey> = new Map(
  rows.map((row) => [row.name.toLowerCase(), row]),
)
