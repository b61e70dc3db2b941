import { expect, test } from 'vitest'
import { globalKey, globalKeys } from './global-keys.ts'

test('each key is there once, and is found whatever its letter case', () => {
  expect(new Set(globalKeys.map(({ name }) => name.toLowerCase())).size).toBe(globalKeys.length)
  for (const key of globalKeys) expect(globalKey(key.name.toUpperCase())).toBe(key)
})

test('a tag is found by the name before it', () => {
  expect(globalKey('AWS:principaltag/Team/of one')?.name).toBe('aws:PrincipalTag/')
  expect(globalKey('aws:PrincipalTag')).toBeUndefined()
  expect(globalKey('aws:SourceIp/x')).toBeUndefined()
})

test('the multivalued keys are those of AWS', () => {
  expect(globalKeys.filter(({ multivalued }) => multivalued).map(({ name }) => name)).toEqual([
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceNamesList',
    'aws:VpceOrgPaths',
    'aws:ResourceOrgPaths',
    'aws:CalledVia',
    'aws:TagKeys',
    'aws:SourceOrgPaths',
  ])
})

test('every row has its sentences and its page', () => {
  for (const { description, present, page } of globalKeys) {
    expect(description).toMatch(/^[A-Za-z].*\.$/su)
    expect(present).toMatch(/^[A-Z].*\.$/su)
    expect(page).toMatch(/#condition-keys-[a-z0-9-]+$/u)
  }
})
