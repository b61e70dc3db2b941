import type { Records } from './records.ts'

/** A database for tests: what is stored is in sight, and it can be made to refuse. */
export interface MemoryRecords extends Records {
  readonly stored: Map<string, unknown>
  /** Every step fails with this from now on; undefined: no longer. */
  refuse(error: Error | undefined): void
}

/** A database that lives as long as the test. Everything is copied on its way in and out, as a real one does. */
export function recordsInMemory(): MemoryRecords {
  const stored = new Map<string, unknown>()
  let refusal: Error | undefined
  const step = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve()
    if (refusal) throw refusal
    return structuredClone(work())
  }
  return {
    stored,
    refuse: (error) => (refusal = error),
    all: () => step(() => [...stored]),
    read: (id) => step(() => stored.get(id)),
    change: (id, decide) =>
      step(() => {
        const next = decide(structuredClone(stored.get(id)))
        stored.set(next.id, structuredClone(next.record))
      }),
    write: (id, record) => step(() => void stored.set(id, structuredClone(record))),
    remove: (id) =>
      step(() => {
        const gone = stored.get(id)
        stored.delete(id)
        return gone
      }),
  }
}
