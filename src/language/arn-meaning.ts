import { splitArn, type Statement } from '#policy'
import { arnUse, findService, regions, resourceTypesOfArn, type Reference } from '#reference'
import { listedActions, someOf } from './listed-actions.ts'
import type { Fact, Meaning } from './meaning.ts'

/** An ARN by the names of its fields, its resource type, and the statement's actions that are about it. */
export function arnMeaning(
  text: string,
  reference: Reference,
  statement: Statement | undefined,
): Meaning {
  if (text === '*')
    return { paragraphs: ['Every resource.'], facts: useFacts(text, reference, statement) }
  const parts = splitArn(text)
  if (!parts) return { paragraphs: ['A resource is written as an ARN, or as "*".'], facts: [] }
  const { partition, service, region, account, resource } = parts
  const fields = [
    `partition ${partition}`,
    `service ${service}`,
    region === '' ? 'no Region' : `Region ${region}`,
    account === '' ? 'no account' : `account ${account}`,
    `resource ${resource}`,
  ]
  const facts: Fact[] = []
  const known = findService(reference, service)
  if (typeof known !== 'string') facts.push(['Service', known.product])
  const inPartition = regions.get(region)
  if (inPartition && inPartition.name !== partition)
    facts.push(['Region', `${region} belongs to partition ${inPartition.name}`])
  const types = resourceTypesOfArn(reference, text)
  if (typeof types !== 'string')
    facts.push([
      'Resource type',
      types.length === 0
        ? 'AWS lists none with such an ARN'
        : someOf([...new Set(types.map(({ name }) => name))], 5),
    ])
  return {
    paragraphs: [`An ARN: ${fields.join(', ')}.`],
    facts: [...facts, ...useFacts(text, reference, statement)],
  }
}

/** Which of the statement's actions can be about such an ARN, and which can't. */
function useFacts(
  text: string,
  reference: Reference,
  statement: Statement | undefined,
): readonly Fact[] {
  const actions = listedActions(reference, statement)
  if (actions.length === 0 || text === '*') return []
  const using: string[] = []
  const others: string[] = []
  for (const { id } of actions) (arnUse(reference, id, text) === 'used' ? using : others).push(id)
  const facts: Fact[] = [['Used by', using.length === 0 ? 'none of the actions' : someOf(using, 5)]]
  return others.length === 0 ? facts : [...facts, ['Not by', someOf(others, 5)]]
}
