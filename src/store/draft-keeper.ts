import {
  newId,
  refusalOf,
  type Draft,
  type DraftLocks,
  type Drafts,
  type Saved,
  type TabMemory,
} from '#storage'
import type { Workspace } from '#workspace'
import { draftQueue } from './draft-queue.ts'
import type { Keeping } from './keeping.ts'
import type { Origin } from './origin.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'

/** What keeping drafts needs of the browser. */
export interface DraftPlaces {
  readonly drafts: Drafts
  readonly locks: DraftLocks
  readonly tab: TabMemory
}

/** Keeps what is edited, and brings drafts on the screen. */
export interface DraftKeeper extends DraftPlaces {
  /** Shows a draft; where another tab has it open, as a copy of its own. */
  open(id: string, onlyIf?: () => boolean): Promise<OpenedDraft>
  /** Shows the draft this tab had last, or else the newest that no other tab has open; not the one on the screen. */
  openLast(onlyIf?: () => boolean): Promise<OpenedDraft>
  /** Saves what waits, and resolves when that is done or refused. */
  flush(): Promise<void>
  /** Saves what waits on the way out of the page. */
  flushLast(): void
  /** The draft is about to be deleted: what is on the screen of it becomes a copy that is kept nowhere. */
  letGo(id: string): void
  /** The draft that was let go is stored again: what is on the screen belongs to it as before, unless it was edited. */
  takeBack(id: string, revision: string): void
  /** This tab has saved a draft that is not on the screen. */
  changed(saved: Saved, workspace: Workspace): void
}

export type OpenedDraft = 'opened' | 'none' | 'unreadable'

const idOf = (origin: Origin): string | undefined =>
  origin.kind === 'draft' ? origin.id : undefined

/** Keeps from now on what is edited in the store. `left`: what was edited and left before this was called. */
export function keepDrafts(
  store: AppStore,
  { drafts, locks: places, tab }: DraftPlaces,
  left: readonly Workspace[] = [],
): DraftKeeper {
  /** What the database has of the drafts this tab has had open. */
  const known = new Map<string, { readonly revision: string; readonly workspace: Workspace }>()
  /** What was on the screen of drafts that were let go. */
  const letGoOf = new Map<string, Workspace>()
  /** What was shown of a draft from memory although it had changed since then. */
  const outdated = new Map<string, Workspace>()
  /** The drafts whose last save was refused. */
  const refused = new Set<string>()
  /** The drafts that no other tab can have written since this one took their lock and looked. */
  const verified = new Set<string>()

  const locks: DraftLocks = {
    ...places,
    release: (id) => {
      verified.delete(id)
      places.release(id)
    },
  }

  /** An id that no other tab knows. */
  const ownId = () => {
    const id = newId()
    verified.add(id)
    return id
  }

  const queue = draftQueue({
    save: (workspace, id) =>
      drafts.save(workspace, { id, over: known.get(id)?.revision, otherwise: newId() }),
    saveLast: (workspace, id) =>
      locks.holds(id) && verified.has(id) ? drafts.saveLast(workspace, id) : undefined,
    refusalOf,
    settled: (id, outcome) => {
      const { showBar, closeBar } = store.getState()
      if (outcome.kind === 'notSaved') {
        refused.add(id)
        showBar({ kind: 'notKept', why: outcome.why })
      } else {
        const { workspace, saved } = outcome
        known.set(saved.id, { revision: saved.revision, workspace })
        tab.setHasDrafts(true)
        refused.delete(id)
        if (![...refused].some((other) => queue.waits(other))) closeBar('notKept')
        if (saved.id !== id || locks.holds(id)) verified.add(saved.id)
        if (saved.id !== id) {
          const newer = queue.drop(id)
          if (newer) queue.add(saved.id, newer)
          goOnAs(id, saved.id)
        }
      }
      say()
    },
  })

  const say = () => {
    const id = idOf(store.getState().origin)
    const waits = id !== undefined && queue.waits(id)
    const keeping: Keeping =
      id === undefined ? 'notOurs' : waits ? (refused.has(id) ? 'notKept' : 'saving') : 'saved'
    if (store.getState().keeping !== keeping) store.setState({ keeping })
  }

  /** Another tab writes this draft: what is on the screen goes on under an id of its own. */
  const goOnAs = (id: string, next: string) => {
    if (idOf(store.getState().origin) !== id) return
    store.getState().keepAs({ kind: 'draft', id: next })
    store.getState().showBar({ kind: 'otherTab' })
  }

  /** What is on the screen is no draft any more, and is none of its own before its next edit. */
  const detach = () =>
    store.setState(({ workspace }) => ({ origin: { kind: 'copy' }, asOpened: workspace }))

  const follow = async (id: string) => {
    tab.setDraft(id)
    if ((await locks.hold(id)) !== 'elsewhere') {
      // Left again while the lock was asked for.
      if (idOf(store.getState().origin) !== id) locks.release(id)
      else await verify(id)
      return
    }
    if (idOf(store.getState().origin) !== id) return
    if (queue.waits(id)) {
      queue.drop(id)
      goOnAs(id, ownId())
    } else {
      detach()
      store.getState().showBar({ kind: 'otherTab' })
    }
  }

  /** Another tab may have written a draft while this one did not have its lock: then that is shown. */
  const verify = async (id: string) => {
    const seen = known.get(id)
    if (!seen || verified.has(id)) return
    // Where it cannot be read, the next save looks.
    const entry = await drafts.read(id).catch(() => undefined)
    const { origin, workspace } = store.getState()
    const untouched = workspace === seen.workspace && !queue.waits(id)
    if (entry?.kind !== 'draft' || idOf(origin) !== id || known.get(id) !== seen) return
    if (entry.revision === seen.revision) verified.add(id)
    else if (untouched) show(entry, true)
  }

  /** Lets another tab have a draft, once what waits of it is saved. */
  const leave = async (id: string) => {
    await queue.flush()
    if (idOf(store.getState().origin) !== id) locks.release(id)
  }

  const notice = (state: AppState, before: AppState | undefined) => {
    const { workspace, origin, asOpened } = state
    if (workspace === before?.workspace && origin === before.origin && asOpened === before.asOpened)
      return
    const id = idOf(origin)
    if (id === undefined && origin.kind !== 'exercise' && workspace !== asOpened) {
      // At once, so that a way back to this workspace knows its draft; comes back here with the id.
      store.getState().keepAs({ kind: 'draft', id: ownId() })
      return
    }
    const was = before && idOf(before.origin)
    if (id !== was) {
      if (id !== undefined) void follow(id)
      if (was !== undefined) void leave(was)
    }
    const stored = id === undefined ? undefined : known.get(id)?.workspace
    if (id !== undefined && stored !== workspace) {
      // A way back may set what it remembers more than once.
      const remembered = id !== was || outdated.get(id) === workspace
      if (stored && remembered && !queue.waits(id)) {
        outdated.set(id, workspace)
        store.getState().show(stored, origin)
        return
      }
      queue.add(id, workspace)
    }
    say()
  }
  store.subscribe(notice)
  for (const workspace of left) queue.add(newId(), workspace)
  notice(store.getState(), undefined)

  const show = (draft: Draft, taken: boolean) => {
    const { id, workspace, revision, problems } = draft
    // What could not be read is still stored, and must not be written over.
    const whole = problems.length === 0
    if (whole && taken) {
      known.set(id, { revision, workspace })
      verified.add(id)
    } else if (taken) locks.release(id)
    const app = store.getState()
    app.show(workspace, whole && taken ? { kind: 'draft', id } : { kind: 'copy' })
    if (!taken) app.showBar({ kind: 'otherTab' })
    const [problem] = problems
    const parts = problems.length === 1 ? '1 part' : `${problems.length} parts`
    if (problem) app.tell(`Opened with ${parts} left out: ${problem.path} ${problem.message}`)
  }

  const open = async (id: string, onlyIf = () => true): Promise<OpenedDraft> => {
    await queue.flush()
    const taken = (await locks.hold(id)) !== 'elsewhere'
    const current = () => idOf(store.getState().origin) === id
    const release = () => {
      if (taken && !current()) locks.release(id)
    }
    const waiting = queue.peek(id)
    if (waiting) {
      // Refused so far. Should another tab have the draft, it goes on under an id of its own.
      if (onlyIf() && !current()) store.getState().show(waiting, { kind: 'draft', id })
      else release()
      return 'opened'
    }
    try {
      const entry = await drafts.read(id)
      const found = entry?.kind === 'draft' ? 'opened' : entry ? 'unreadable' : 'none'
      if (entry?.kind === 'draft' && onlyIf() && !current()) show(entry, taken)
      else release()
      return found
    } catch (error) {
      release()
      throw error
    }
  }

  /** The draft before the one on the screen, for the way back to it. */
  let last = tab.draft()
  store.subscribe(({ origin }, before) => {
    const was = idOf(before.origin)
    if (was !== undefined && was !== idOf(origin)) last = was
  })

  return {
    drafts,
    locks,
    tab,
    open,

    openLast: async (onlyIf) => {
      const { origin, savedWorkHidden } = store.getState()
      const onScreen = idOf(origin)
      // With saved work hidden, only what was made in this tab since then.
      const own = savedWorkHidden ? tab.draft() : last
      if (own !== undefined && own !== onScreen) {
        const opened = await open(own, onlyIf)
        if (opened === 'opened') return opened
      }
      if (savedWorkHidden) return 'none'
      const [list, elsewhere] = await Promise.all([drafts.list(), locks.elsewhere()])
      tab.setHasDrafts(list.length > 0)
      const next = list.find(
        ({ kind, id }) => kind === 'draft' && id !== onScreen && !elsewhere.has(id),
      )
      return next ? open(next.id, onlyIf) : 'none'
    },

    flush: () => queue.flush(),
    flushLast: () => queue.flushLast(),

    letGo: (id) => {
      queue.drop(id)
      known.delete(id)
      if (last === id) last = undefined
      if (tab.draft() === id) tab.setDraft(undefined)
      if (idOf(store.getState().origin) !== id) return
      detach()
      letGoOf.set(id, store.getState().workspace)
    },

    takeBack: (id, revision) => {
      const { origin, workspace, keepAs } = store.getState()
      if (origin.kind !== 'copy' || letGoOf.get(id) !== workspace) return
      known.set(id, { revision, workspace })
      keepAs({ kind: 'draft', id })
    },

    changed: (saved, workspace) => {
      known.set(saved.id, { revision: saved.revision, workspace })
    },
  }
}
