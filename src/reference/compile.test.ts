import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReferenceSource } from '../cli/reference-from-disk.ts'
import { compileNames, compileService } from './compile.ts'
import { crossNames, uncrossNames } from './crossed-names.ts'
import { decodeNames, decodeService } from './decode.ts'
import { accessLevels } from './reference.ts'

const source = readReferenceSource()
const namesJson = JSON.stringify(compileNames(source))
const names = decodeNames(JSON.parse(namesJson))!

describe('names', () => {
  test('keep within the size that is fetched after first paint', () => {
    expect(gzipSync(namesJson, { level: 9 }).length).toBeLessThan(110 * 1024)
  })

  test('hold every service and action of the package, in order', () => {
    expect(names.services.map(({ prefix }) => prefix)).toEqual(
      source.services.map(({ prefix }) => prefix).sort(),
    )
    for (const { prefix, product, actions } of source.services) {
      const service = names.byPrefix.get(prefix)!
      expect(service.product).toBe(product)
      const decoded = service.actions.map(({ name }) => name)
      expect(decoded).toEqual([...decoded].sort())
      expect(decoded).toEqual(
        expect.arrayContaining(Object.values(actions).map(({ name }) => name)),
      )
    }
  })

  test('say of every action what its details say', () => {
    for (const service of source.services) {
      const details = decodeService(compileService(service))!
      for (const action of names.byPrefix.get(service.prefix)!.actions)
        expect(details.actions.get(action.name.toLowerCase())).toMatchObject(action)
    }
  })

  test('carry the date and the version of the package', () => {
    expect(names.edition).toEqual({
      date: source.updatedAt.slice(0, 10),
      version: source.version,
    })
  })

  test('survive crossing, whatever they are', () => {
    const action = fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/u),
      accessLevel: fc.constantFrom(...accessLevels),
      takesResource: fc.boolean(),
    })
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    fc.assert(
      fc.property(fc.uniqueArray(action, { selector: ({ name }) => name }), (actions) => {
        expect(uncrossNames(crossNames(actions)).sort(byName)).toEqual([...actions].sort(byName))
      }),
    )
  })
})

describe('tables of ours', () => {
  test('name operations that are no actions, and permissions that are', () => {
    for (const { prefix, permissionOf, byName } of names.services)
      for (const [operation, permission] of permissionOf) {
        expect(byName.has(operation), `${prefix}:${operation} is an action`).toBe(false)
        expect(byName.has(permission.toLowerCase()), `${prefix}:${permission}`).toBe(true)
      }
  })

  test('name companions that exist, for actions that exist', () => {
    for (const service of source.services)
      for (const { id, companions } of decodeService(compileService(service))!.actions.values())
        for (const { action } of companions) {
          const [prefix = '', name = ''] = action.split(':')
          expect(
            names.byPrefix.get(prefix)?.byName.has(name.toLowerCase()),
            `${id} needs ${action}`,
          ).toBe(true)
        }
  })

  test('give each service principal once, with a page where something is claimed', () => {
    const known = names.servicePrincipals.map(({ name }) => name)
    expect(new Set(known).size).toBe(known.length)
    for (const { source: sends, page } of names.servicePrincipals)
      expect(page === undefined).toBe(sends === 'unknown')
  })

  test('replace withdrawn prefixes by living ones', () => {
    for (const { replacedBy } of names.withdrawn.values())
      if (replacedBy !== undefined) expect(names.byPrefix.has(replacedBy)).toBe(true)
  })
})

describe('files that are not ours', () => {
  const s3 = compileService(source.services.find(({ prefix }) => prefix === 's3')!)
  test.each([
    ['nothing', undefined],
    ['an error page', '<!doctype html>'],
    ['an empty object', {}],
    ['a list', []],
    ['another shape', { prefix: 's3', keys: 1, types: 2, actions: 3 }],
    ['a key that points nowhere', { ...s3, keys: [] }],
  ])('%s is nothing', (_name, json) => {
    expect(decodeService(json)).toBeUndefined()
    expect(decodeNames(json)).toBeUndefined()
  })
})
