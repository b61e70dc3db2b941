import {
  actionDetails,
  actionsMatching,
  findAction,
  findService,
  findWithdrawn,
  keysOfAction,
  permissionOfOperation,
  splitAction,
  type ActionDetails,
  type Reference,
  type Service,
} from '#reference'
import { actionCount, levelsInWords, someOf } from './listed-actions.ts'
import type { Fact, Meaning } from './meaning.ts'

/** As many names as a hover can hold. */
const mostNames = 10

/** What an action, a wildcard or a slip in the place of an action means. */
export function actionMeaning(text: string, reference: Reference): Meaning {
  if (text === '*')
    return { paragraphs: ['Every action of every service.'], facts: everythingFacts(reference) }
  const { prefix, name } = splitAction(text)
  if (prefix === '' || name === '')
    return { paragraphs: ['An action is written as service:Name.'], facts: [] }
  if (/[*?]/u.test(text)) return wildcardMeaning(text, reference)
  const details = actionDetails(reference, text)
  if (typeof details !== 'string') return knownAction(details, reference)
  return namedAction(text, reference)
}

function everythingFacts({ names }: Reference): readonly Fact[] {
  if (!names) return []
  const all = names.services.reduce((sum, { actions }) => sum + actions.length, 0)
  return [['Matches', `${actionCount(all)} of ${names.services.length} services`]]
}

function wildcardMeaning(text: string, reference: Reference): Meaning {
  const { prefix, name } = splitAction(text)
  const words =
    name === '*'
      ? `Every action of ${prefix}.`
      : `The actions of ${prefix} whose name fits ${name}.`
  const actions = actionsMatching(reference, text)
  if (actions === 'notLoaded') return { paragraphs: [words], facts: [] }
  if (actions.length === 0) return { paragraphs: [words, 'AWS lists none.'], facts: [] }
  const one = new Set(actions.map(({ service }) => service)).size === 1
  return {
    paragraphs: [words],
    facts: [
      ['Matches', `${actionCount(actions.length)}: ${levelsInWords(actions)}`],
      [
        actions.length > mostNames ? `First ${mostNames}` : 'They are',
        someOf(
          actions.map((action) => (one ? action.name : action.id)),
          mostNames,
        ),
      ],
    ],
  }
}

/** An action of which not all is known: its service isn't loaded yet, or AWS doesn't list it. */
function namedAction(text: string, reference: Reference): Meaning {
  const { prefix, name } = splitAction(text)
  const words = `The action ${name} of ${prefix}.`
  const action = findAction(reference, text)
  if (action === 'notLoaded') return { paragraphs: [words], facts: [] }
  if (action !== 'unknown')
    return { paragraphs: [words], facts: [['Access level', action.accessLevel]] }
  const service = findService(reference, prefix)
  if (typeof service === 'string') return unknownService(prefix, reference)
  const permission = permissionOfOperation(reference, text)
  if (typeof permission === 'string')
    return { paragraphs: [words, `AWS lists no such action of ${service.product}.`], facts: [] }
  return {
    paragraphs: [
      `${name} is an API operation, not a permission: ${permission.id} allows it, and this matches nothing.`,
    ],
    facts: [],
  }
}

function knownAction(details: ActionDetails, reference: Reference): Meaning {
  const { id, description, accessLevel, resourceTypes, companions, page } = details
  const keys = keysOfAction(reference, id)
  const facts: Fact[] = [['Access level', accessLevel]]
  if (resourceTypes.length === 0) facts.push(['Resource', 'none: only "*" grants it'])
  for (const { type, required } of resourceTypes)
    facts.push([
      required ? `${type.name}, required` : type.name,
      type.arn.replace(/\$\{(\w+)\}/gu, '$1'),
    ])
  if (typeof keys !== 'string' && keys.length > 0)
    facts.push([
      'Condition keys',
      someOf(
        keys.map(({ name }) => name.replace(/\$\{[^}]*\}/u, '…')),
        12,
      ),
    ])
  for (const { action, when, need } of companions)
    facts.push([need === 'always' ? 'Also needs' : 'May also need', `${action} ${when}`])
  return { paragraphs: [`${description}.`], facts, link: page }
}

/** A service by its prefix. */
export function serviceMeaning(prefix: string, reference: Reference): Meaning | undefined {
  const service = findService(reference, prefix)
  if (service === 'notLoaded') return undefined
  return service === 'unknown' ? unknownService(prefix, reference) : knownService(service)
}

function knownService({ product, otherNames, actions, resourceControlPolicies }: Service): Meaning {
  const also = otherNames.length > 0 ? `, also called ${otherNames.join(', ')}` : ''
  return {
    paragraphs: [`${product}${also}.`],
    facts: [
      ['Actions', `${actionCount(actions.length)}: ${levelsInWords(actions)}`],
      ['Resource control policies', resourceControlPolicies ? 'apply' : "don't apply"],
    ],
  }
}

function unknownService(prefix: string, reference: Reference): Meaning {
  const withdrawn = findWithdrawn(reference, prefix)
  if (typeof withdrawn === 'string')
    return { paragraphs: [`AWS lists no service with the prefix ${prefix}.`], facts: [] }
  const { product, replacedBy, page } = withdrawn
  return {
    paragraphs: [
      replacedBy === undefined
        ? `${product}, which AWS no longer offers.`
        : `${product}, whose prefix is now ${replacedBy}.`,
    ],
    facts: [],
    link: page,
  }
}
