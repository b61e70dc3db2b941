import { policyTypes, type PolicyType } from '#policy'

/** What the policy types are called: on badges, in menus, and in full for whoever meets them first. */
export const policyTypeWords: Readonly<
  Record<PolicyType, { readonly badge: string; readonly name: string; readonly about: string }>
> = {
  identity: {
    badge: 'identity',
    name: 'Identity policy',
    about: 'What a user or role may do',
  },
  resource: {
    badge: 'resource',
    name: 'Resource policy',
    about: 'Who may use a resource; also trust policies and key policies',
  },
  boundary: {
    badge: 'boundary',
    name: 'Permissions boundary',
    about: 'The most that an identity policy can allow',
  },
  session: {
    badge: 'session',
    name: 'Session policy',
    about: 'The most that one session can do',
  },
  scp: {
    badge: 'SCP',
    name: 'Service control policy (SCP)',
    about: 'The most that an account of the organization can do',
  },
  rcp: {
    badge: 'RCP',
    name: 'Resource control policy (RCP)',
    about: 'The most that can be done with an organization’s resources',
  },
  endpoint: {
    badge: 'endpoint',
    name: 'VPC endpoint policy',
    about: 'What may pass through a VPC endpoint',
  },
}

/** The types as choices, in the order in which people meet them. */
export const policyTypeOptions = policyTypes.map((value) => ({
  value,
  text: policyTypeWords[value].name,
}))
