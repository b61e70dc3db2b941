import { useEffect, useState } from 'react'
import {
  tabDrafts,
  type AppStore,
  type DraftShelf,
  type RemovedDraft,
  type ShelvedDrafts,
} from '#store'
import { useAppStore } from '#store/react'

/** What the sheet knows of the drafts. */
export type Shelf =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'list'
      readonly drafts: ShelvedDrafts
      readonly removed: readonly RemovedDraft[]
      /** When this was read, for how long ago something is. */
      readonly now: number
    }

async function read(store: AppStore): Promise<Shelf> {
  const { shelf } = await tabDrafts(store)
  const drafts = await shelf.list()
  return { kind: 'list', drafts, removed: shelf.removed(), now: Date.now() }
}

/**
 * The drafts, read when the sheet opens and again after each change. `change` does something to them and returns what is to be
 * said of it; a browser that refuses leaves the list as it was.
 */
export function useShelf(): {
  readonly shelf: Shelf
  readonly change: (work: (shelf: DraftShelf) => Promise<string>) => Promise<string>
} {
  const store = useAppStore()
  const [shelf, setShelf] = useState<Shelf>({ kind: 'loading' })

  useEffect(() => {
    let gone = false
    read(store).then(
      (found) => {
        if (!gone) setShelf(found)
      },
      () => {
        if (!gone) setShelf({ kind: 'refused' })
      },
    )
    return () => {
      gone = true
    }
  }, [store])

  const change = async (work: (shelf: DraftShelf) => Promise<string>): Promise<string> => {
    try {
      const { shelf: found } = await tabDrafts(store)
      const said = await work(found)
      setShelf(await read(store))
      return said
    } catch {
      return 'This browser refuses storage. Nothing was changed.'
    }
  }
  return { shelf, change }
}
