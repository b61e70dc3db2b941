import { describe, expect, test } from 'vitest'
import type { Workspace } from '#workspace'
import { draftsIn } from './drafts.ts'
import { recordsInMemory } from './records-in-memory.ts'

const workspace = (title: string, text = '{}'): Workspace => ({
  title,
  policies: [{ name: 'app', type: 'identity', enabled: true, text }],
  scenarios: [],
})

/** A database and two tabs over it, with a clock that moves on at every save. */
function twoTabs() {
  const records = recordsInMemory()
  let time = 0
  const clock = () => ++time
  return { records, one: draftsIn(records, clock), other: draftsIn(records, clock) }
}

describe('saving', () => {
  test('what is saved is read again, text byte for byte', async () => {
    const { one } = twoTabs()
    const kept = workspace('Reports', ' {"a":\t"ü\u2028" ')
    await one.save(kept, { id: 'a', over: undefined, otherwise: 'b' })
    expect(await one.read('a')).toMatchObject({ kind: 'draft', title: 'Reports', workspace: kept })
  })

  test('a tab goes on over its own revisions', async () => {
    const { one, records } = twoTabs()
    const first = await one.save(workspace('1'), { id: 'a', over: undefined, otherwise: 'b' })
    const second = await one.save(workspace('2'), { id: 'a', over: first.revision, otherwise: 'c' })
    expect(second.id).toBe('a')
    expect(second.revision).not.toBe(first.revision)
    expect([...records.stored.keys()]).toEqual(['a'])
  })

  test('a revision that was not seen is not written over: the workspace goes under the other id', async () => {
    const { one, other } = twoTabs()
    const first = await one.save(workspace('ours'), { id: 'a', over: undefined, otherwise: 'b' })
    await other.save(workspace('theirs'), { id: 'a', over: first.revision, otherwise: 'c' })
    const late = await one.save(workspace('late'), {
      id: 'a',
      over: first.revision,
      otherwise: 'd',
    })
    expect(late.id).toBe('d')
    expect(await one.read('a')).toMatchObject({ title: 'theirs' })
    expect(await one.read('d')).toMatchObject({ title: 'late' })
  })

  test('a new draft does not write over what happens to have its id', async () => {
    const { one, records } = twoTabs()
    records.stored.set('a', 'of somebody else')
    const saved = await one.save(workspace('new'), { id: 'a', over: undefined, otherwise: 'b' })
    expect(saved.id).toBe('b')
    expect(records.stored.get('a')).toBe('of somebody else')
  })

  test('of saves that come at once, one of each pair goes elsewhere and none is lost', async () => {
    const { one, other, records } = twoTabs()
    const { revision } = await one.save(workspace('0'), {
      id: 'a',
      over: undefined,
      otherwise: 'x',
    })
    const saves = await Promise.all([
      one.save(workspace('1'), { id: 'a', over: revision, otherwise: 'b' }),
      other.save(workspace('2'), { id: 'a', over: revision, otherwise: 'c' }),
    ])
    expect(saves.map(({ id }) => id).sort()).toEqual(['a', 'c'])
    expect([...records.stored.keys()].sort()).toEqual(['a', 'c'])
  })

  test('a draft that was deleted elsewhere is kept again', async () => {
    const { one, other } = twoTabs()
    const first = await one.save(workspace('1'), { id: 'a', over: undefined, otherwise: 'b' })
    await other.remove('a')
    const second = await one.save(workspace('2'), { id: 'a', over: first.revision, otherwise: 'c' })
    expect(second.id).toBe('a')
  })

  test('a refusal is passed on', async () => {
    const { one, records } = twoTabs()
    records.refuse(new Error('no'))
    await expect(
      one.save(workspace('1'), { id: 'a', over: undefined, otherwise: 'b' }),
    ).rejects.toThrow('no')
  })
})

describe('the list', () => {
  test('has the newest first and what cannot be read at the end', async () => {
    const { one, records } = twoTabs()
    records.stored.set('damaged', { savedAt: 999, workspace: 'text' })
    records.stored.set('future', { savedAt: 999, workspace: { sidelight: 2, policies: [] } })
    await one.save(workspace('older'), { id: 'a', over: undefined, otherwise: '-' })
    await one.save(workspace('newer'), { id: 'b', over: undefined, otherwise: '-' })
    const list = await one.list()
    expect(list.map(({ id }) => id)).toEqual(['b', 'a', 'damaged', 'future'])
    expect(list.slice(2).map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable'])
    expect(list[3]).toMatchObject({
      why: 'sidelight: this workspace uses format 2; formats up to 1 can be read',
    })
  })

  test.each([
    ['nothing', null],
    ['a number', 7],
    ['a list', [1, 2]],
    ['no members', {}],
    ['a loop', loop()],
    ['what JSON cannot say', { workspace: 10n }],
    ['prototype keys', JSON.parse('{"workspace":{"__proto__":{"sidelight":1}}}')],
  ])('bears %s, and has its raw content', async (_, stored) => {
    const { one, records } = twoTabs()
    records.stored.set('a', stored)
    const [entry] = await one.list()
    expect(entry).toMatchObject({ kind: 'unreadable', id: 'a' })
    expect(entry?.kind === 'unreadable' && typeof entry.raw).toBe('string')
  })

  test('reads a workspace whose time, size and revision are damaged', async () => {
    const { one, records } = twoTabs()
    const odd = { savedAt: 'now', bytes: -1, revision: 5, workspace: { sidelight: 1 } }
    records.stored.set('a', odd)
    const [entry] = await one.list()
    expect(entry).toMatchObject({ kind: 'draft', savedAt: 0, revision: '' })
    expect(entry?.bytes).toBeGreaterThan(0)
  })

  test('says what was left out of a draft', async () => {
    const { one, records } = twoTabs()
    records.stored.set('a', { savedAt: 1, workspace: { sidelight: 1, policies: [{}, 7] } })
    const [entry] = await one.list()
    expect(entry?.kind === 'draft' && entry.problems.length).toBeGreaterThan(0)
  })
})

describe('removing', () => {
  test('returns what was stored, and putting it back restores it as it was', async () => {
    const { one, records } = twoTabs()
    await one.save(workspace('1'), { id: 'a', over: undefined, otherwise: '-' })
    const before = records.stored.get('a')
    const stored = await one.remove('a')
    expect(records.stored.size).toBe(0)
    await one.putBack('a', stored)
    expect(records.stored.get('a')).toEqual(before)
  })

  test('putting back writes over nothing', async () => {
    const { one, records } = twoTabs()
    records.stored.set('a', { workspace: 'newer' })
    await one.putBack('a', { workspace: 'older' })
    expect(records.stored.get('a')).toEqual({ workspace: 'newer' })
  })
})

function loop(): unknown {
  const one: Record<string, unknown> = {}
  one['one'] = one
  return one
}
