/** Which tab has which draft open. */
export interface DraftLocks {
  /** Takes a draft for this tab until it is released. `unknown`: this browser has no locks, so revisions alone decide. */
  hold(id: string): Promise<'held' | 'elsewhere' | 'unknown'>
  /** Whether this tab has the draft for certain. */
  holds(id: string): boolean
  release(id: string): void
  /** The drafts that other tabs have open. */
  elsewhere(): Promise<ReadonlySet<string>>
}

const prefix = 'sidelight:draft:'

/** A page that is reloaded may meet its own lock, which the browser takes back a moment later. */
const patience = 500

/** The browser's locks. It takes them back when a tab ends, however it ends. */
export function browserLocks(
  // Missing on pages served without TLS, whatever the type says.
  manager: LockManager | undefined = (navigator as { readonly locks?: LockManager }).locks,
): DraftLocks {
  const held = new Map<string, () => void>()
  const asked = new Map<string, Promise<'held' | 'elsewhere'>>()

  const ask = (locks: LockManager, id: string) =>
    new Promise<'held' | 'elsewhere'>((answer) => {
      locks
        .request(
          prefix + id,
          { signal: AbortSignal.timeout(patience) },
          () =>
            new Promise<void>((release) => {
              held.set(id, release)
              answer('held')
            }),
        )
        // Out of patience.
        .catch(() => answer('elsewhere'))
    })

  return {
    hold: async (id) => {
      if (!manager) return 'unknown'
      if (held.has(id)) return 'held'
      const asking = asked.get(id) ?? ask(manager, id)
      asked.set(id, asking)
      const answer = await asking
      asked.delete(id)
      return answer
    },
    holds: (id) => held.has(id),
    release: (id) => {
      held.get(id)?.()
      held.delete(id)
    },
    elsewhere: async () => {
      const { held: all = [] } = (await manager?.query()) ?? {}
      return new Set(
        all
          .flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
          .filter((id) => !held.has(id)),
      )
    },
  }
}
