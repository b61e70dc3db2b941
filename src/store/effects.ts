import type { AppStore } from './store.ts'

/** Fetches one file of the reference data, parsed; rejects when it cannot be had. */
export type FetchFacts = (file: string) => Promise<unknown>

/** The files that the build has put beside the page. */
const fetchFacts: FetchFacts = async (file) => {
  const response = await fetch(`${import.meta.env.REFERENCE_FOLDER}/${file}`)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.json()
}

/**
 * Brings in what the first screen does without: the checks and the names of all services at once, the details of a service when a
 * policy or a request first mentions it. Nothing waits for it; a file that fails leaves its facts unknown, which is never wrong.
 */
export async function loadFacts(
  store: AppStore,
  fetchFile: FetchFacts = fetchFacts,
): Promise<void> {
  try {
    const { bringFacts } = await import('./load-facts.ts')
    bringFacts(store, fetchFile)
  } catch {
    store.setState(({ facts }) => ({ facts: { ...facts, state: 'failed' } }))
  }
}

/** Begins to keep the answers to lessons, and offers on return what was left open. Lessons work without; then nothing is kept. */
export async function keepProgress(store: AppStore): Promise<void> {
  try {
    const { followProgress } = await import('./keep-progress.ts')
    followProgress(store)
  } catch {
    store.getState().tell('Your progress isn’t being kept: its code could not be loaded.')
  }
}
