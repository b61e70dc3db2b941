import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { matchFuzzy, prepareTarget } from './fuzzy.ts'
import { emptyReference } from './reference.ts'
import { searchActions, searchServices } from './search.ts'

const reference = referenceFromDisk()

/** The ids found, with what was matched in brackets. */
function actions(query: string, preferred: readonly string[] = []): readonly string[] {
  const found = searchActions(reference, query, { limit: 8, preferred: new Set(preferred) })
  if (typeof found === 'string') return [found]
  return found.map(({ action, ranges }) =>
    [...ranges]
      .reverse()
      .reduce(
        (text, [start, end]) =>
          `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
        action.id,
      ),
  )
}

function services(query: string): readonly string[] {
  const found = searchServices(reference, query, { limit: 5 })
  return typeof found === 'string' ? [found] : found.map(({ service }) => service.prefix)
}

describe('actions', () => {
  test('by abbreviation', () => {
    expect(actions('connect:uug')).toContain('connect:[U]pdate[U]serHierarchy[G]roupName')
    expect(actions('gbp')).toContain('s3:[G]et[B]ucket[P]olicy')
    expect(actions('s3:getbupol')[0]).toBe('s3:[Get][Bu]cket[Pol]icy')
  })

  test('by beginning, by word, by service and product', () => {
    expect(actions('s3:getob')[0]).toBe('s3:[GetOb]ject')
    expect(actions('passrole')[0]).toBe('iam:[PassRole]')
    expect(actions('s3:acl')).toContain('s3:GetBucket[Acl]')
    expect(actions('simple queue:send')[0]).toBe('sqs:[Send]Message')
  })

  test('of services in use come first among equals', () => {
    expect(actions('listtagsforresource', ['kinesis'])[0]).toBe('kinesis:[ListTagsForResource]')
  })

  test('of one service, all for nothing typed', () => {
    expect(actions('sqs:')[0]).toBe('sqs:AddPermission')
  })

  test('not before the names are there', () => {
    expect(searchActions(emptyReference, 'get')).toBe('notLoaded')
  })
})

describe('services', () => {
  test.each([
    ['sqs', 'sqs'],
    ['Simple Queue', 'sqs'],
    ['amazon s3', 's3'],
    ['key man', 'kms'],
    ['dyn', 'dynamodb'],
    ['step fun', 'states'],
    ['iam', 'iam'],
  ])('%s finds %s first', (query, prefix) => {
    expect(services(query)[0]).toBe(prefix)
  })

  test('none for nonsense', () => {
    expect(services('qqqxyz')).toEqual([])
  })
})

test('what is matched spells the query', () => {
  const names = reference.names!.services.flatMap((service) => service.actions)
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.nat(30), { maxLength: 6 }),
      (action, picks) => {
        const at = [...new Set(picks)]
          .filter((pick) => pick < action.name.length)
          .sort((a, b) => a - b)
        const query = at.map((index) => action.name.charAt(index)).join('')
        const match = query === '' ? undefined : matchFuzzy(query, prepareTarget(action.name))
        if (!match) return
        const spelled = match.ranges.map(([start, end]) => action.name.slice(start, end)).join('')
        expect(spelled.toLowerCase()).toBe(query.toLowerCase())
      },
    ),
  )
})
