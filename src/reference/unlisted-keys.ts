/**
 * Keys that AWS's own managed policies test and that its lists do not have, in lower case. Each row leaves the table when the lists
 * have the key.
 */
const unlistedKeys: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSSOServiceRolePolicy.html
  'aws:principalorgmasteraccountid',
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSecurityLakeAdministrator.html
  'lakeformation:gluearn',
])

/** Whether AWS itself tests a key that it lists nowhere. */
export function isUnlistedKey(written: string): boolean {
  return unlistedKeys.has(written.toLowerCase())
}
