import { newId, type DraftEntry } from '#storage'
import type { Workspace } from '#workspace'
import type { DraftKeeper } from './draft-keeper.ts'
import type { AppStore } from './store.ts'
import { freeName, withTitle } from './workspace-edits.ts'

/** The drafts as a list to tidy up. Every promise may be rejected where the browser refuses its storage. */
export interface DraftShelf {
  list(): Promise<ShelvedDrafts>
  /** A blank title takes the title away. */
  rename(id: string, title: string): Promise<ShelfOutcome>
  /** Keeps a draft a second time, under a title of its own. */
  duplicate(id: string): Promise<ShelfOutcome>
  /** Keeps workspaces that are not on the screen as drafts, the first of them as the newest. */
  keep(workspaces: readonly Workspace[]): Promise<void>
  remove(entry: DraftEntry): Promise<ShelfOutcome>
  /** Takes back the last removal of this draft. */
  putBack(id: string): Promise<void>
  /** The title and id of what was removed since the page was loaded and is still gone, the latest first. */
  removed(): readonly RemovedDraft[]
}

export interface ShelvedDrafts {
  /** The newest first, what cannot be read at the end. */
  readonly entries: readonly DraftEntry[]
  /** The drafts that other tabs have open, by id: they change them, this one doesn't. */
  readonly elsewhere: ReadonlySet<string>
}

export interface RemovedDraft {
  readonly id: string
  readonly title: string | undefined
}

/** What became of a wish. */
export type ShelfOutcome =
  | 'done'
  /** Another tab has it open. */
  | 'elsewhere'
  /** It isn't there any more, or cannot be read. */
  | 'none'

/** The list of drafts beside the keeper of the one on the screen. */
export function draftShelf(store: AppStore, keeper: DraftKeeper): DraftShelf {
  const { drafts, locks, tab } = keeper
  const gone = new Map<string, { readonly entry: DraftEntry; readonly stored: unknown }>()

  const onScreen = (id: string): boolean => {
    const { origin } = store.getState()
    return origin.kind === 'draft' && origin.id === id
  }

  /** Whoever changes a draft holds its lock. */
  const holding = async (id: string, work: () => Promise<ShelfOutcome>): Promise<ShelfOutcome> => {
    if ((await locks.hold(id)) === 'elsewhere') return 'elsewhere'
    try {
      return await work()
    } finally {
      if (!onScreen(id)) locks.release(id)
    }
  }

  const copy = async (workspace: Workspace) => {
    await drafts.save(workspace, { id: newId(), over: undefined, otherwise: newId() })
  }

  return {
    list: async () => {
      await keeper.flush()
      const [entries, elsewhere] = await Promise.all([drafts.list(), locks.elsewhere()])
      tab.setHasDrafts(entries.length > 0)
      return { entries, elsewhere }
    },

    rename: async (id, title) => {
      if (onScreen(id)) {
        store.getState().setTitle(title)
        await keeper.flush()
        return 'done'
      }
      return holding(id, async () => {
        const entry = await drafts.read(id)
        if (entry?.kind !== 'draft' || entry.problems.length > 0) return 'none'
        const workspace = withTitle(entry.workspace, title)
        const saved = await drafts.save(workspace, {
          id,
          over: entry.revision,
          otherwise: newId(),
        })
        keeper.changed(saved, workspace)
        return 'done'
      })
    },

    duplicate: async (id) => {
      await keeper.flush()
      const list = await drafts.list()
      const entry = list.find((one) => one.id === id)
      if (entry?.kind !== 'draft') return 'none'
      const titles = list.flatMap((one) => (one.kind === 'draft' ? [one.title ?? ''] : []))
      const title = freeName(`${entry.title ?? 'Untitled workspace'} copy`, titles)
      await copy(withTitle(entry.workspace, title))
      return 'done'
    },

    keep: async (workspaces) => {
      for (const workspace of workspaces.toReversed()) await copy(workspace)
    },

    remove: async (entry) => {
      const { id } = entry
      await keeper.flush()
      return holding(id, async () => {
        const shown = onScreen(id)
        if (shown) keeper.letGo(id)
        try {
          const stored = await drafts.remove(id)
          if (stored === undefined) return 'none'
          gone.delete(id)
          gone.set(id, { entry, stored })
          return 'done'
        } catch (error) {
          if (shown && entry.kind === 'draft') keeper.takeBack(id, entry.revision)
          throw error
        }
      })
    },

    putBack: async (id) => {
      const found = gone.get(id)
      if (!found) return
      await drafts.putBack(id, found.stored)
      gone.delete(id)
      if (found.entry.kind === 'draft') keeper.takeBack(id, found.entry.revision)
    },

    removed: () =>
      [...gone].reverse().map(([id, { entry }]) => ({
        id,
        title: entry.kind === 'draft' ? entry.title : undefined,
      })),
  }
}
