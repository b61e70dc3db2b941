import { levelLetters, levelOf } from './compiled.ts'
import type { AccessLevel } from './reference.ts'

/**
 * Action names are verbs and nouns, and most nouns come with the same few verbs. So a service's names are written as products:
 * `Create,Delete,Get:Queue,Topic` means six actions. That is a quarter smaller than the plain lists after gzip.
 * Behind a verb stands what its name does not tell: `/` and the letter of the access level, then `*` if no resource can be named.
 */
export function crossNames(actions: readonly NamedAction[]): string {
  const verbsOf = new Map<string, string[]>()
  for (const { name, accessLevel, takesResource } of actions) {
    const [verb, noun] = splitName(name)
    const level = accessLevel === usualLevel(verb) ? '' : `/${levelLetters[accessLevel]}`
    const entry = verb + level + (takesResource ? '' : '*')
    const verbs = verbsOf.get(noun)
    if (verbs) verbs.push(entry)
    else verbsOf.set(noun, [entry])
  }
  const nounsOf = new Map<string, string[]>()
  for (const [noun, verbs] of verbsOf) {
    const key = verbs.sort().join(',')
    const nouns = nounsOf.get(key)
    if (nouns) nouns.push(noun)
    else nounsOf.set(key, [noun])
  }
  return [...nounsOf]
    .map(([verbs, nouns]) => `${verbs}:${nouns.sort().join(',')}`)
    .sort()
    .join(';')
}

export interface NamedAction {
  readonly name: string
  readonly accessLevel: AccessLevel
  readonly takesResource: boolean
}

/** The actions that `crossNames` wrote, in no order. */
export function uncrossNames(crossed: string): NamedAction[] {
  const actions: NamedAction[] = []
  for (const product of crossed.split(';')) {
    const colon = product.indexOf(':')
    if (colon < 0) continue
    const nouns = product.slice(colon + 1).split(',')
    for (const entry of product.slice(0, colon).split(',')) {
      const takesResource = !entry.endsWith('*')
      const [verb = '', letter] = (takesResource ? entry : entry.slice(0, -1)).split('/')
      const accessLevel = letter ? levelOf(letter) : usualLevel(verb)
      for (const noun of nouns) actions.push({ name: verb + noun, accessLevel, takesResource })
    }
  }
  return actions
}

/** A first word in camel case, when something follows it. */
function splitName(name: string): readonly [verb: string, noun: string] {
  const [, verb = '', noun = name] = /^([A-Z][a-z]+)([^a-z].*)$/u.exec(name) ?? []
  return [verb, noun]
}

/** What most actions of that verb are; the others are marked. */
function usualLevel(verb: string): AccessLevel {
  switch (verb) {
    case 'List':
      return 'List'
    case 'Get':
    case 'Describe':
    case 'Search':
    case 'Query':
      return 'Read'
    case 'Tag':
    case 'Untag':
      return 'Tagging'
    default:
      return 'Write'
  }
}
