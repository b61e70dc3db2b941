import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftsIn, recordsInMemory, type DraftLocks, type TabMemory } from '#storage'
import type { Workspace } from '#workspace'
import { keepDrafts } from './draft-keeper.ts'
import { draftShelf } from './draft-shelf.ts'
import { createAppStore } from './store.ts'

const starter: Workspace = {
  title: 'Starter',
  policies: [{ name: 'app', type: 'identity', enabled: true, text: '{}' }],
  scenarios: [],
}
const written = { sidelight: 1, ...starter }

/** A browser: one database, and the tabs that are open. */
function browser({ withLocks = true } = {}) {
  const records = recordsInMemory()
  const holders = new Map<string, object>()
  let time = 0

  const locksOf = (tab: object): DraftLocks => ({
    hold: async (id) => {
      await Promise.resolve()
      if (!withLocks) return 'unknown'
      const holder = holders.get(id) ?? tab
      if (holder === tab) holders.set(id, tab)
      return holder === tab ? 'held' : 'elsewhere'
    },
    holds: (id) => holders.get(id) === tab,
    release: (id) => {
      if (holders.get(id) === tab) holders.delete(id)
    },
    elsewhere: async () => {
      await Promise.resolve()
      return new Set([...holders].flatMap(([id, holder]) => (holder === tab ? [] : [id])))
    },
  })

  /** A tab; `like`: duplicated from another, or the same after a reload. */
  const openTab = (like?: TabMemory) => {
    let draft = like?.draft()
    let hidden = like?.hidden() ?? false
    const tab: TabMemory = {
      draft: () => draft,
      setDraft: (id) => (draft = id),
      hidden: () => hidden,
      setHidden: (hide) => (hidden = hide),
      hasDrafts: () => records.stored.size > 0,
      setHasDrafts: () => {},
    }
    const store = createAppStore(written)
    const keeper = keepDrafts(store, {
      drafts: draftsIn(records, () => ++time),
      locks: locksOf(tab),
      tab,
    })
    return {
      app: store.getState(),
      store,
      keeper,
      shelf: draftShelf(store, keeper),
      tab,
      /** Without a word, as a crash does. */
      kill: () => {
        for (const [id, holder] of holders) if (holder === tab) holders.delete(id)
      },
      text: () => store.getState().workspace.policies[0]?.text,
      bars: () => store.getState().bars.map(({ kind }) => kind),
    }
  }

  /** The first policies' texts of everything that is stored. */
  const texts = () =>
    [...records.stored.values()].map(
      (stored) => (stored as { workspace: Workspace }).workspace.policies[0]?.text,
    )
  return { records, openTab, texts }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets so much time go by, and everything that is due in it happen. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('keeping', () => {
  test('what nobody has edited is not kept', async () => {
    const { openTab, records } = browser()
    const { app, store } = openTab()
    app.openWorkspace({ ...written, title: 'Example' })
    await pass(10_000)
    expect(records.stored.size).toBe(0)
    expect(store.getState().keeping).toBe('notOurs')
  })

  test('an edit makes a draft within 300 ms, and says how it stands', async () => {
    const { openTab, texts } = browser()
    const { app, store } = openTab()
    app.setPolicyText('app', 'edited')
    expect(store.getState().origin.kind).toBe('draft')
    expect(store.getState().keeping).toBe('saving')
    await pass(300)
    expect(texts()).toEqual(['edited'])
    expect(store.getState().keeping).toBe('saved')
  })

  test('who types without a pause loses no more than 300 ms', async () => {
    const { openTab, texts } = browser()
    const { app } = openTab()
    for (let typed = 1; typed <= 40; typed++) {
      app.setPolicyText('app', 'x'.repeat(typed))
      await pass(50)
      const [kept = ''] = texts()
      expect(typed - kept.length).toBeLessThanOrEqual(6)
    }
    await pass(300)
    expect(texts()).toEqual(['x'.repeat(40)])
  })

  test('what is edited and then left stays among the drafts', async () => {
    const { openTab, texts } = browser()
    const { app } = openTab()
    app.setPolicyText('app', 'mine')
    app.openWorkspace({ ...written, title: 'Example' })
    await pass(0)
    expect(texts()).toEqual(['mine'])
  })

  test('a way back to what was left goes on with the same draft', async () => {
    const { openTab, texts } = browser()
    const { app, store } = openTab()
    app.setPolicyText('app', 'mine')
    app.newWorkspace()
    await pass(300)
    app.undo(store.getState().notices[0]?.id ?? 0)
    app.setPolicyText('app', 'mine, edited')
    await pass(300)
    expect(texts()).toEqual(['mine, edited'])
  })

  test('an exercise is kept by others', async () => {
    const { openTab, records } = browser()
    const { app } = openTab()
    app.show(starter, { kind: 'exercise' })
    app.setPolicyText('app', 'answer')
    await pass(10_000)
    expect(records.stored.size).toBe(0)
  })

  test('a copy can be kept without an edit', async () => {
    const { openTab, texts } = browser()
    const { app } = openTab()
    app.show(starter, { kind: 'copy' })
    app.keepAs({ kind: 'draft', id: 'kept' })
    await pass(300)
    expect(texts()).toEqual(['{}'])
  })

  test('edits made before the drafts arrived are saved', async () => {
    const { records, texts } = browser()
    const store = createAppStore(written)
    store.getState().setPolicyText('app', 'early')
    const locks: DraftLocks = {
      hold: () => Promise.resolve('unknown'),
      holds: () => false,
      release: () => {},
      elsewhere: () => Promise.resolve(new Set<string>()),
    }
    const tab: TabMemory = {
      draft: () => undefined,
      setDraft: () => {},
      hidden: () => false,
      setHidden: () => {},
      hasDrafts: () => false,
      setHasDrafts: () => {},
    }
    const left = { ...starter, policies: [{ ...starter.policies[0]!, text: 'earlier' }] }
    keepDrafts(store, { drafts: draftsIn(records), locks, tab }, [left])
    await pass(300)
    expect(texts().sort()).toEqual(['earlier', 'early'])
  })

  test('a page on its way out saves what waits without looking, where it holds the lock', async () => {
    const { openTab, texts, records } = browser()
    const { app, keeper } = openTab()
    app.setPolicyText('app', 'first')
    await pass(300)
    app.setPolicyText('app', 'last')
    const change = vi.spyOn(records, 'change')
    keeper.flushLast()
    await pass(0)
    expect(texts()).toEqual(['last'])
    expect(change).not.toHaveBeenCalled()
    // Should the page live on after all, it goes on with the same draft.
    app.setPolicyText('app', 'later')
    await pass(300)
    expect(texts()).toEqual(['later'])
  })
})

describe('a browser that refuses', () => {
  test('is said, tried again, and no longer said when it works', async () => {
    const { openTab, records, texts } = browser()
    const { app, store, bars } = openTab()
    records.refuse(new DOMException('full', 'QuotaExceededError'))
    app.setPolicyText('app', 'mine')
    await pass(300)
    expect(store.getState().bars).toEqual([{ kind: 'notKept', why: 'full' }])
    expect(store.getState().keeping).toBe('notKept')
    app.setPolicyText('app', 'mine, edited')
    expect(store.getState().keeping).toBe('notKept')
    records.refuse(undefined)
    await pass(300)
    expect(bars()).toEqual([])
    expect(store.getState().keeping).toBe('saved')
    expect(texts()).toEqual(['mine, edited'])
  })

  test('is tried again without an edit, also for what was left', async () => {
    const { openTab, records, texts } = browser()
    const { app, bars } = openTab()
    records.refuse(new Error('blocked'))
    app.setPolicyText('app', 'mine')
    app.newWorkspace()
    await pass(300)
    expect(bars()).toEqual(['notKept'])
    records.refuse(undefined)
    await pass(10_000)
    expect(texts()).toEqual(['mine'])
    expect(bars()).toEqual([])
  })

  test('and one that never answers is taken for one that refuses until it does', async () => {
    const { openTab, records } = browser()
    const { app, bars } = openTab()
    let answer = () => {}
    const change = records.change.bind(records)
    records.change = (id, decide) =>
      new Promise<void>((resolve) => (answer = resolve)).then(() => change(id, decide))
    app.setPolicyText('app', 'mine')
    await pass(10_000)
    expect(bars()).toEqual(['notKept'])
    answer()
    await pass(0)
    expect(bars()).toEqual([])
  })
})

describe('a browser that is full', () => {
  const full = new DOMException('full', 'QuotaExceededError')

  async function withEditThatWaits() {
    const all = browser()
    const tab = all.openTab()
    tab.app.setPolicyText('app', 'stored')
    await pass(300)
    const id = tab.tab.draft() ?? ''
    all.records.refuse(full)
    tab.app.setPolicyText('app', 'waiting')
    tab.app.newWorkspace()
    await pass(300)
    return { ...all, ...tab, id }
  }

  test('shows what waits of a draft, not what is stored of it', async () => {
    const { keeper, id, text, texts, app, records, store, bars } = await withEditThatWaits()
    expect(await keeper.open(id)).toBe('opened')
    expect(text()).toBe('waiting')
    expect(store.getState()).toMatchObject({ keeping: 'notKept', origin: { kind: 'draft', id } })
    expect(texts()).toEqual(['stored'])
    app.setPolicyText('app', 'waiting, edited')
    records.refuse(undefined)
    await pass(10_000)
    expect(texts()).toEqual(['waiting, edited'])
    expect(bars()).toEqual([])
  })

  test('and what waits goes on under an id of its own where another tab has the draft by now', async () => {
    const { keeper, id, text, texts, records, openTab, bars } = await withEditThatWaits()
    const other = openTab()
    records.refuse(undefined)
    const opening = other.keeper.open(id)
    await pass(0)
    await opening
    records.refuse(full)
    await keeper.open(id)
    await pass(0)
    expect(text()).toBe('waiting')
    expect(bars()).toContain('otherTab')
    other.app.setPolicyText('app', 'of the other')
    records.refuse(undefined)
    await pass(10_000)
    expect(texts().sort()).toEqual(['of the other', 'waiting'])
  })

  test('is said as long as something waits that was refused', async () => {
    const { id, records, app, bars, texts } = await withEditThatWaits()
    const change = records.change.bind(records)
    records.refuse(undefined)
    records.change = (at, decide) => (at === id ? Promise.reject(full) : change(at, decide))
    app.setPolicyText('app', 'small')
    expect(texts()).toEqual(['stored'])
    app.setTitle('Small')
    app.openWorkspace(written)
    app.setPolicyText('app', 'another')
    await pass(300)
    expect(texts()).toContain('another')
    expect(bars()).toEqual(['notKept'])
    records.change = change
    await pass(10_000)
    expect(texts()).toContain('waiting')
    expect(bars()).toEqual([])
  })
})

describe('the way back to a draft that has changed since', () => {
  async function inLesson() {
    const all = browser()
    const tab = all.openTab()
    tab.app.setPolicyText('app', 'mine')
    await pass(300)
    const id = tab.tab.draft() ?? ''
    tab.app.startExercise({ ...starter, title: 'Lesson' }, 'lesson')
    await pass(300)
    return { ...all, ...tab, id }
  }
  const titleOf = (stored: unknown) => (stored as { workspace: Workspace }).workspace.title

  test('shows its new title', async () => {
    const { shelf, app, store, id, records, text } = await inLesson()
    await shelf.rename(id, 'Renamed')
    app.leaveExercise()
    expect(store.getState().workspace.title).toBe('Renamed')
    expect(text()).toBe('mine')
    await pass(10_000)
    expect(titleOf(records.stored.get(id))).toBe('Renamed')
    app.setPolicyText('app', 'mine, edited')
    await pass(300)
    expect(titleOf(records.stored.get(id))).toBe('Renamed')
    expect(records.stored.size).toBe(1)
  })

  test('shows what another tab has made of it', async () => {
    const { app, id, text, texts, openTab, bars } = await inLesson()
    const other = openTab()
    await other.keeper.open(id)
    other.app.setPolicyText('app', 'of the other')
    await pass(300)
    other.app.newWorkspace()
    await pass(300)
    app.leaveExercise()
    await pass(0)
    expect(text()).toBe('of the other')
    app.setPolicyText('app', 'of both')
    await pass(300)
    expect(texts()).toEqual(['of both'])
    expect(bars()).toEqual([])
  })

  test('writes nothing unseen before it has looked', async () => {
    const { app, keeper, id, records, texts, openTab } = await inLesson()
    const other = openTab()
    await other.keeper.open(id)
    other.app.setPolicyText('app', 'of the other')
    await pass(300)
    other.app.newWorkspace()
    await pass(300)
    const read = records.read.bind(records)
    records.read = () => new Promise(() => {})
    app.leaveExercise()
    await pass(0)
    app.setPolicyText('app', 'mine, edited')
    keeper.flushLast()
    await pass(300)
    records.read = read
    expect(texts().sort()).toEqual(['mine, edited', 'of the other'])
  })

  test('saves a new draft on the way out of the page without looking', async () => {
    const { openTab, records, texts } = browser()
    const { app, keeper } = openTab()
    app.setPolicyText('app', 'mine')
    await pass(0)
    const change = vi.spyOn(records, 'change')
    keeper.flushLast()
    await pass(0)
    expect(texts()).toEqual(['mine'])
    expect(change).not.toHaveBeenCalled()
  })
})

describe('opening at the start', () => {
  test('a tab that is reloaded has its own draft again', async () => {
    const { openTab } = browser()
    const first = openTab()
    first.app.setPolicyText('app', 'of the first')
    await pass(300)
    const second = openTab()
    second.app.setPolicyText('app', 'of the second')
    await pass(300)
    first.kill()
    const reloaded = openTab(first.tab)
    expect(await reloaded.keeper.openLast()).toBe('opened')
    expect(reloaded.text()).toBe('of the first')
    expect(reloaded.bars()).toEqual([])
  })

  test('a new tab has the newest draft that no other has open', async () => {
    const { openTab } = browser()
    const first = openTab()
    first.app.setPolicyText('app', 'older')
    await pass(300)
    const second = openTab()
    second.app.setPolicyText('app', 'newer')
    await pass(300)
    first.kill()
    const third = openTab()
    await third.keeper.openLast()
    expect(third.text()).toBe('older')
    third.kill()
    second.kill()
    const fourth = openTab()
    await fourth.keeper.openLast()
    expect(fourth.text()).toBe('newer')
  })

  test('a duplicated tab works on a copy of its own', async () => {
    const { openTab, texts } = browser()
    const first = openTab()
    first.app.setPolicyText('app', 'mine')
    await pass(300)
    const twin = openTab(first.tab)
    await twin.keeper.openLast()
    expect(twin.text()).toBe('mine')
    expect(twin.bars()).toEqual(['otherTab'])
    expect(texts()).toEqual(['mine'])
    twin.app.setPolicyText('app', 'of the twin')
    first.app.setPolicyText('app', 'still mine')
    await pass(300)
    expect(texts().sort()).toEqual(['of the twin', 'still mine'])
    expect(twin.tab.draft()).not.toBe(first.tab.draft())
  })

  test('nothing is opened over what was edited in the meantime', async () => {
    const { openTab } = browser()
    const first = openTab()
    first.app.setPolicyText('app', 'mine')
    await pass(300)
    first.kill()
    const second = openTab()
    await second.keeper.openLast(() => false)
    expect(second.text()).toBe('{}')
    // And the draft is free for others.
    const third = openTab()
    await third.keeper.openLast()
    expect(third.text()).toBe('mine')
  })

  test('a draft of which only a part can be read is opened as a copy, and stays as it is', async () => {
    const { openTab, records } = browser()
    const odd = {
      savedAt: 1,
      revision: 'r',
      workspace: { sidelight: 1, policies: [7], title: 'T' },
    }
    records.stored.set('odd', odd)
    const { keeper, store, app } = openTab()
    await keeper.openLast()
    expect(store.getState().notices[0]?.text).toContain('1 part left out')
    app.setTitle('Mine')
    await pass(300)
    expect(records.stored.get('odd')).toEqual(odd)
    expect(records.stored.size).toBe(2)
  })

  test('with saved work hidden, only what the tab has made since then', async () => {
    const { openTab } = browser()
    const first = openTab()
    first.app.setPolicyText('app', 'secret')
    await pass(300)
    first.kill()
    const clean = openTab()
    clean.app.hideSavedWork(true)
    expect(await clean.keeper.openLast()).toBe('none')
    expect(clean.text()).toBe('{}')
    clean.app.setPolicyText('app', 'shown')
    await pass(300)
    clean.kill()
    const reloaded = openTab(clean.tab)
    reloaded.app.hideSavedWork(true)
    await reloaded.keeper.openLast()
    expect(reloaded.text()).toBe('shown')
  })
})

describe('two tabs without locks', () => {
  test('the second to save goes on under an id of its own, with all it has typed', async () => {
    const { openTab, texts } = browser({ withLocks: false })
    const first = openTab()
    first.app.setPolicyText('app', 'mine')
    await pass(300)
    const twin = openTab(first.tab)
    await twin.keeper.openLast()
    expect(twin.bars()).toEqual([])
    first.app.setPolicyText('app', 'one')
    await pass(300)
    twin.app.setPolicyText('app', 'two')
    await pass(300)
    expect(twin.bars()).toEqual(['otherTab'])
    expect(texts().sort()).toEqual(['one', 'two'])
    twin.app.setPolicyText('app', 'two, edited')
    first.app.setPolicyText('app', 'one, edited')
    await pass(300)
    expect(texts().sort()).toEqual(['one, edited', 'two, edited'])
  })
})

describe('the list', () => {
  async function withTwo() {
    const all = browser()
    const tab = all.openTab()
    tab.app.setPolicyText('app', 'first')
    tab.app.setTitle('First')
    await pass(300)
    tab.app.openWorkspace(written)
    tab.app.setPolicyText('app', 'second')
    tab.app.setTitle('Second')
    await pass(300)
    const { entries } = await tab.shelf.list()
    const [second, first] = entries
    if (!first || !second) throw new Error('there are two')
    const titles = async () =>
      (await tab.shelf.list()).entries.map((entry) =>
        entry.kind === 'draft' ? entry.title : entry.kind,
      )
    return { ...all, ...tab, first, second, titles }
  }

  test('renames the draft on the screen and the others', async () => {
    const { shelf, first, second, titles, store, bars } = await withTwo()
    expect(await shelf.rename(first.id, 'Premier')).toBe('done')
    expect(await shelf.rename(second.id, 'Deuxième')).toBe('done')
    expect((await titles()).sort()).toEqual(['Deuxième', 'Premier'])
    expect(store.getState().workspace.title).toBe('Deuxième')
    expect(bars()).toEqual([])
  })

  test('duplicates under a title of its own', async () => {
    const { shelf, first, titles } = await withTwo()
    await shelf.duplicate(first.id)
    await shelf.duplicate(first.id)
    expect((await titles()).sort()).toEqual(['First', 'First copy', 'First copy 2', 'Second'])
  })

  test('leaves alone what another tab has open', async () => {
    const { shelf, first, openTab, titles } = await withTwo()
    const other = openTab()
    await other.keeper.open(first.id)
    expect((await shelf.list()).elsewhere).toEqual(new Set([first.id]))
    expect(await shelf.rename(first.id, 'Mine')).toBe('elsewhere')
    expect(await shelf.remove(first)).toBe('elsewhere')
    expect(await titles()).toEqual(['Second', 'First'])
  })

  test('deletes, and takes that back', async () => {
    const { shelf, first, titles } = await withTwo()
    await shelf.remove(first)
    expect(await titles()).toEqual(['Second'])
    expect(shelf.removed()).toEqual([{ id: first.id, title: 'First' }])
    await shelf.putBack(first.id)
    expect(await titles()).toEqual(['Second', 'First'])
    expect(shelf.removed()).toEqual([])
  })

  test('the draft on the screen becomes a copy when it is deleted, and a draft at its next edit', async () => {
    const { shelf, second, titles, store, app, text } = await withTwo()
    await shelf.remove(second)
    await pass(10_000)
    expect(await titles()).toEqual(['First'])
    expect(store.getState()).toMatchObject({ keeping: 'notOurs', origin: { kind: 'copy' } })
    expect(text()).toBe('second')
    app.setPolicyText('app', 'second, edited')
    await pass(300)
    expect(await titles()).toEqual(['Second', 'First'])
  })

  test('taken back, it is the draft on the screen again', async () => {
    const { shelf, second, store, app, titles } = await withTwo()
    await shelf.remove(second)
    await shelf.putBack(second.id)
    expect(store.getState()).toMatchObject({ keeping: 'saved', origin: { id: second.id } })
    app.setTitle('Second, edited')
    await pass(300)
    expect(await titles()).toEqual(['Second, edited', 'First'])
  })
})
