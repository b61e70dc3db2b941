import { refactorings, runChecks } from '#checks'
import {
  decodeNames,
  decodeService,
  mentionsOf,
  servicesWanted,
  withNames,
  withService,
} from '#reference'
import { sourceOf } from './derived.ts'
import type { FetchFacts } from './effects.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'

/** The checks, and whatever of AWS's facts the workspace is about, for as long as the store lives. */
export function bringFacts(store: AppStore, fetchFile: FetchFacts): void {
  const setFacts = (change: (facts: AppState['facts']) => Partial<AppState['facts']>) =>
    store.setState(({ facts }) => ({ facts: { ...facts, ...change(facts) } }))
  setFacts(() => ({ runChecks, refactorings }))

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
