import type { Statement } from '#policy'
import { findConditionKey, globalKey, keySupport, type Reference } from '#reference'
import { listedActions, someOf } from './listed-actions.ts'
import type { Fact, Meaning } from './meaning.ts'
import { keyTypeWords } from './vocabulary.ts'

/** What a context key holds, when a request has it, and which of the statement's actions carry it. */
export function keyMeaning(
  key: string,
  reference: Reference,
  statement: Statement | undefined,
): Meaning {
  const row = globalKey(key)
  if (row) {
    const { description, present, multivalued, type, page } = row
    const holds = multivalued ? 'Holds several values.' : `Type: ${keyTypeWords[type]}.`
    return {
      paragraphs: [`${description} ${present} ${holds}`],
      facts: carrierFacts(key, reference, statement),
      link: page,
    }
  }
  const found = findConditionKey(reference, key)
  if (typeof found === 'string')
    return {
      paragraphs: ['A context key of the request.'],
      facts: found === 'unknown' ? [['AWS', 'lists no such key']] : [],
    }
  return {
    paragraphs: [`${found.description}.`],
    facts: [
      ['Type', `${keyTypeWords[found.type]}${found.multivalued ? ', several values' : ''}`],
      ...carrierFacts(key, reference, statement),
    ],
  }
}

function carrierFacts(
  key: string,
  reference: Reference,
  statement: Statement | undefined,
): readonly Fact[] {
  const actions = listedActions(reference, statement)
  const support = actions.map(({ id }) => [id, keySupport(reference, id, key)] as const)
  // A global key can come with any action; that is said by when it is there.
  if (support.length === 0 || support.some(([, how]) => how === 'global')) return []
  const carrying = support.filter(([, how]) => how === 'listed').map(([id]) => id)
  const others = support.filter(([, how]) => how !== 'listed').map(([id]) => id)
  if (others.length === 0)
    return [['Carried by', actions.length === 1 ? someOf(carrying) : 'every listed action']]
  if (carrying.length === 0) return [['Carried by', 'none of the actions, as AWS lists them']]
  return [
    ['Carried by', someOf(carrying, 5)],
    ['Not by', someOf(others, 5)],
  ]
}
