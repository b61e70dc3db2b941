import type { Located, Statement } from '#policy'

/**
 * Services whose ARNs name no type of resource before the resource's own name: what stands before `/*` is a name there.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const typeless = ['s3', 'sns', 'sqs']

/**
 * Whether a string of Resource takes in every resource of a service: `*`, or an ARN of which the name part is only wildcards,
 * such as `arn:aws:iam::111122223333:role/*`. With a `type` (`role`) the ARN must be of that type or of any.
 */
export function reachesAll(pattern: string, service: string, type?: string): boolean {
  if (/^[*:?]+$/u.test(pattern)) return true
  const [scheme = '', , owner = '', , , ...rest] = pattern.split(':')
  if (!/^arn$|\*$/u.test(scheme)) return false
  // `arn:aws:*`: what stands last runs on past the colons.
  if (rest.length === 0) return /^arn:(?:[^:]*:)?\*+$/u.test(pattern)
  if (owner !== service && !/^\*+$/u.test(owner)) return false
  const named = /^(?:([A-Za-z][A-Za-z-]*)[/:])?[*?/:]*\*[*?/:]*$/u.exec(rest.join(':'))
  if (!named) return false
  const kind = named[1]?.toLowerCase()
  if (kind === undefined) return true
  return !typeless.includes(service) && (type === undefined || kind === type)
}

/**
 * What makes a statement reach every resource of a service: the string of its Resource, or the name `NotResource`, which leaves all
 * but a few in. Undefined if the statement names resources.
 */
export function unboundedResource(
  { resource }: Statement,
  service: string,
  type?: string,
): Located<string> | undefined {
  if (!resource) return undefined
  const all = resource.patterns.find(({ value }) => reachesAll(value, service, type))
  if (resource.negated) return all || resource.patterns.length === 0 ? undefined : resource.key
  return all
}
