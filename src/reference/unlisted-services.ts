/**
 * Prefixes that AWS's own managed policies name and that its lists do not have, in lower case. Each row leaves the table when the lists
 * have the service.
 */
const unlistedServices: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSupplyChainFederationAdminAccess.html
  'builderid',
])

/** Whether AWS itself names a service that it lists nowhere. */
export function isUnlistedService(prefix: string): boolean {
  return unlistedServices.has(prefix.toLowerCase())
}
