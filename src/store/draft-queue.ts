import type { Refusal, Saved } from '#storage'
import type { Workspace } from '#workspace'

/** How long a change waits for others at most. Not a pause in typing: who never pauses is saved, too. */
const wait = 250

/** How long after a refusal it is tried again without being asked to. */
const again = 5000

/** A save without an answer for so long is taken for refused, until the answer comes. */
const tooLong = 5000

/** The workspaces that wait to be saved. */
export interface DraftQueue {
  /** Has a draft saved within a moment; a later workspace of the same draft takes its place. */
  add(id: string, workspace: Workspace): void
  /** Takes a draft out that is not to be saved under this id any more, and returns what waited. */
  drop(id: string): Workspace | undefined
  waits(id: string): boolean
  /** What waits of a draft: newer than what is stored of it. */
  peek(id: string): Workspace | undefined
  /** Saves at once, and resolves when that is done or refused. */
  flush(): Promise<void>
  /** For a page on its way out: gives the orders that `saveLast` can give, and asks the rest as usual. */
  flushLast(): void
}

/** Makes a queue over functions that save; `settled` hears of each attempt. */
export function draftQueue({
  save,
  saveLast,
  settled,
  refusalOf,
}: {
  readonly save: (workspace: Workspace, id: string) => Promise<Saved>
  /** Undefined where that isn't safe for this draft. */
  readonly saveLast: (workspace: Workspace, id: string) => Promise<Saved> | undefined
  readonly settled: (
    id: string,
    outcome:
      | { readonly kind: 'saved'; readonly workspace: Workspace; readonly saved: Saved }
      | { readonly kind: 'notSaved'; readonly why: Refusal },
  ) => void
  readonly refusalOf: (error: unknown) => Refusal
}): DraftQueue {
  const waiting = new Map<string, Workspace>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  /** One after the other, so that each save knows the revision of the one before. */
  let line = Promise.resolve()

  const refused = (id: string, why: Refusal) => {
    retry ??= setTimeout(() => void flush(), again)
    settled(id, { kind: 'notSaved', why })
  }

  const attempt = async (
    id: string,
    workspace: Workspace,
    saving: (workspace: Workspace, id: string) => Promise<Saved>,
  ) => {
    const slow = setTimeout(() => refused(id, 'refused'), tooLong)
    try {
      const saved = await saving(workspace, id)
      if (waiting.get(id) === workspace) waiting.delete(id)
      settled(id, { kind: 'saved', workspace, saved })
    } catch (error) {
      refused(id, refusalOf(error))
    } finally {
      clearTimeout(slow)
    }
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    clearTimeout(retry)
    timer = retry = undefined
    for (const [id, workspace] of waiting)
      line = line.then(() =>
        // A later one has taken its place and its own time, or it was dropped.
        waiting.get(id) === workspace ? attempt(id, workspace, save) : undefined,
      )
    return line
  }

  return {
    add: (id, workspace) => {
      waiting.set(id, workspace)
      timer ??= setTimeout(() => void flush(), wait)
    },
    drop: (id) => {
      const workspace = waiting.get(id)
      waiting.delete(id)
      return workspace
    },
    waits: (id) => waiting.has(id),
    peek: (id) => waiting.get(id),
    flush,
    flushLast: () => {
      for (const [id, workspace] of waiting) {
        const order = saveLast(workspace, id)
        // Should the page live on, what follows knows of it.
        if (order) line = Promise.all([line, attempt(id, workspace, () => order)]).then(() => {})
      }
      void flush()
    },
  }
}
