import type { Workspace } from '#workspace'
import { draftRecord, readDraft, revisionOf, type DraftEntry } from './draft.ts'
import { newId } from './id.ts'
import type { Records } from './records.ts'

/** Where a workspace is to be kept. */
export interface SaveAt {
  readonly id: string
  /** The revision that was last read or written here; undefined for a draft that is new. */
  readonly over: string | undefined
  /** A free id, for the case that somebody else has written the draft in the meantime. */
  readonly otherwise: string
}

export interface Saved {
  /** Where it is kept now: the id asked for, or the other one. */
  readonly id: string
  readonly revision: string
}

/** The workspaces kept in this browser. Every promise may be rejected: `refusalOf` says what that means. */
export interface Drafts {
  /** The newest first, what cannot be read at the end. */
  list(): Promise<readonly DraftEntry[]>
  read(id: string): Promise<DraftEntry | undefined>
  /** Keeps a workspace. Never writes over a revision that this tab has not seen. */
  save(workspace: Workspace, at: SaveAt): Promise<Saved>
  /** Keeps a workspace on the way out of the page, unseen. Only for who holds the draft's lock. */
  saveLast(workspace: Workspace, id: string): Promise<Saved>
  /** Takes a draft away and returns what was stored, for the way back. */
  remove(id: string): Promise<unknown>
  /** Stores again what was taken away, unless there is something by now. */
  putBack(id: string, stored: unknown): Promise<void>
}

/** The drafts in a database. */
export function draftsIn(records: Records, now: () => number = Date.now): Drafts {
  return {
    list: async () => {
      const read = (await records.all()).map(([id, stored]) => readDraft(id, stored))
      const time = (entry: DraftEntry) => (entry.kind === 'draft' ? entry.savedAt : -1)
      return read.sort((one, other) => time(other) - time(one))
    },

    read: async (id) => {
      const stored = await records.read(id)
      return stored === undefined ? undefined : readDraft(id, stored)
    },

    save: async (workspace, { id, over, otherwise }) => {
      const record = draftRecord(workspace, now(), newId())
      let kept = id
      await records.change(id, (stored) => {
        // A draft deleted elsewhere in the meantime is kept again: nobody edits what they want gone.
        const free = stored === undefined || revisionOf(stored) === over
        kept = free ? id : otherwise
        return { id: kept, record }
      })
      return { id: kept, revision: record.revision }
    },

    saveLast: async (workspace, id) => {
      const record = draftRecord(workspace, now(), newId())
      await records.write(id, record)
      return { id, revision: record.revision }
    },

    remove: (id) => records.remove(id),

    putBack: (id, stored) => records.change(id, (there) => ({ id, record: there ?? stored })),
  }
}
