import type { RequestFacts } from '#lessons'
import { actionsMatching, arnUse, type Reference } from '#reference'

/** What a person would think of first when they look for something that should be denied. */
const likeliest = ['Delete', 'Put', 'Create', 'Update', 'Get', 'List']

const rank = (name: string): number => {
  const place = likeliest.findIndex((verb) => name.startsWith(verb))
  return place < 0 ? likeliest.length : place
}

/** What AWS's own facts say about requests, as far as they are loaded. */
export const requestFacts = (reference: Reference): RequestFacts => ({
  actionsOn: (service, resource) => {
    const actions = actionsMatching(reference, `${service}:*`)
    if (actions === 'notLoaded') return []
    return actions
      .filter(({ id }) => arnUse(reference, id, resource) === 'used')
      .sort((one, other) => rank(one.name) - rank(other.name))
      .map(({ id }) => id)
  },
  fits: (action, resource) => {
    const use = arnUse(reference, action, resource)
    return use === 'used' || (use === 'takesNoResource' && resource === '*')
  },
})
