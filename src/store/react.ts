import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { verdictState, type VerdictState } from './verdict-state.ts'
import type { App } from './state.ts'
import type { AppStore } from './store.ts'

const StoreContext = createContext<AppStore | undefined>(undefined)

/** Gives the store to everything below. */
export const StoreProvider = StoreContext.Provider

/** The store itself, for handlers and subscriptions. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('there is no store above this component')
  return store
}

/** What `selector` takes from the state; the component is drawn again when that changes. */
export function useApp<Selected>(selector: (app: App) => Selected): Selected {
  return useStore(useAppStore(), selector)
}

/** The state of the selected request's verdict. */
export function useVerdict(): VerdictState {
  const workspace = useApp((app) => app.workspace)
  const lastReadable = useApp((app) => app.lastReadable)
  const selectedScenario = useApp((app) => app.selectedScenario)
  const present = useApp((app) => app.present)
  return useMemo(
    () => verdictState({ workspace, lastReadable, selectedScenario, present }),
    [workspace, lastReadable, selectedScenario, present],
  )
}
