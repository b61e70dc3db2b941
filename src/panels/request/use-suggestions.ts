import { useEffect, useMemo, useState } from 'react'
import { situationOf } from '#store'
import { useApp } from '#store/react'
import type { Scenario } from '#workspace'
import type { Suggestions } from './suggestions.ts'

const nothing = () => []

/** Before the lists have arrived. */
const noSuggestions: Suggestions = {
  actions: nothing,
  resources: nothing,
  arns: nothing,
  services: nothing,
  providers: nothing,
  canonicalUsers: nothing,
  contextKeys: nothing,
  contextValues: () => nothing,
}

/** What the boxes of the selected request offer. The lists come behind the first paint. */
export function useSuggestions(scenario: Scenario): Suggestions {
  const [loaded, setLoaded] = useState<typeof import('./suggestions.ts')>()
  const workspace = useApp((app) => app.workspace)
  const selectedScenario = useApp((app) => app.selectedScenario)
  const facts = useApp((app) => app.facts)
  useEffect(() => {
    // Without the lists the boxes still take any text.
    void import('./suggestions.ts').then(setLoaded, () => undefined)
  }, [])

  return useMemo(
    () =>
      loaded?.suggestionsFor(scenario, situationOf({ workspace, selectedScenario, facts })) ??
      noSuggestions,
    [loaded, workspace, selectedScenario, facts, scenario],
  )
}
