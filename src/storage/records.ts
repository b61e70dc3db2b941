import { createStore, entries, get, promisifyRequest } from 'idb-keyval'

/** What drafts ask of a database: records by id, and steps of which each happens whole or not at all. All of them may be refused. */
export interface Records {
  all(): Promise<readonly (readonly [id: string, stored: unknown])[]>
  read(id: string): Promise<unknown>
  /** Looks at one record and writes what `decide` makes of it, there or under another id, with nobody in between. */
  change(
    id: string,
    decide: (stored: unknown) => { readonly id: string; readonly record: unknown },
  ): Promise<void>
  /** Writes without looking. The order is given at once, so that a page about to go can still give it. */
  write(id: string, record: unknown): Promise<void>
  /** Takes a record away and returns it. */
  remove(id: string): Promise<unknown>
}

/** The drafts' own database in this browser. Asking for it is free; each step may find it blocked, full or broken. */
export function browserRecords(): Records {
  const store = createStore('sidelight-drafts', 'drafts')
  // The functions are async for the browsers that throw at once where others reject.
  return {
    all: async () =>
      (await entries<IDBValidKey, unknown>(store)).flatMap(([id, stored]) =>
        typeof id === 'string' ? [[id, stored] as const] : [],
      ),
    read: async (id) => get<unknown>(id, store),
    change: async (id, decide) =>
      store('readwrite', async (records) => {
        // The transaction lives on through the promise, whose steps are the same task's.
        const next = decide(await promisifyRequest<unknown>(records.get(id)))
        records.put(next.record, next.id)
        await promisifyRequest(records.transaction)
      }),
    write: async (id, record) =>
      store('readwrite', (records) => {
        records.put(record, id)
        const written = promisifyRequest(records.transaction)
        // Without waiting for the answer to the order before.
        records.transaction.commit()
        return written
      }),
    remove: async (id) =>
      store('readwrite', async (records) => {
        const stored = await promisifyRequest<unknown>(records.get(id))
        records.delete(id)
        await promisifyRequest(records.transaction)
        return stored
      }),
  }
}
