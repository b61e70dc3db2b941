import {
  decodeNames,
  decodeService,
  mentionsOf,
  servicesWanted,
  withNames,
  withService,
} from '#reference'
import { sourceOf } from './derived.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'

/** Fetches one file of the reference data, parsed; rejects when it cannot be had. */
export type FetchFacts = (file: string) => Promise<unknown>

/** The files that the build has put beside the page. */
export const fetchFacts: FetchFacts = async (file) => {
  const response = await fetch(`${import.meta.env.REFERENCE_FOLDER}/${file}`)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.json()
}

/**
 * Brings in what the first screen does without: the checks and the names of all services at once, the details of a service when a
 * policy or a request first mentions it. Nothing waits for it; a file that fails leaves its facts unknown, which is never wrong.
 */
export function loadFacts(store: AppStore, fetchFile: FetchFacts = fetchFacts): void {
  const setFacts = (change: (facts: AppState['facts']) => Partial<AppState['facts']>) =>
    store.setState(({ facts }) => ({ facts: { ...facts, ...change(facts) } }))
  void import('#checks').then(({ runChecks }) => setFacts(() => ({ runChecks })))

  const asked = new Set<string>()
  const loadDetails = ({ workspace, facts }: AppState) => {
    if (!facts.reference.names) return
    const drafts = workspace.policies.flatMap((policy) => sourceOf(policy).draft ?? [])
    const wanted = servicesWanted(facts.reference, drafts.map(mentionsOf))
    const requested = workspace.scenarios.map(
      ({ action }) => action.split(':')[0]?.toLowerCase() ?? '',
    )
    for (const prefix of new Set([...wanted, ...requested])) {
      if (asked.has(prefix) || !facts.reference.names.byPrefix.has(prefix)) continue
      asked.add(prefix)
      fetchFile(`${prefix}.json`)
        .then((json) => {
          const details = decodeService(json)
          if (details) setFacts(({ reference }) => ({ reference: withService(reference, details) }))
        })
        .catch(() => undefined)
    }
  }
  store.subscribe((state, before) => {
    if (
      state.workspace !== before.workspace ||
      state.facts.reference.names !== before.facts.reference.names
    )
      loadDetails(state)
  })
  fetchFile('names.json')
    .then((json) => {
      const names = decodeNames(json)
      setFacts(({ reference }) =>
        names ? { reference: withNames(reference, names), state: 'loaded' } : { state: 'failed' },
      )
    })
    .catch(() => setFacts(() => ({ state: 'failed' })))
}
