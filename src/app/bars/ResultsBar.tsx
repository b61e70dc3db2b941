import { Button, PageBar } from '#controls'
import type { Collected } from '#lessons'
import { useApp } from '#store/react'

/** While the results of a class are kept in the tab: the way back to them. */
export function ResultsBar({ collected: { entries } }: { readonly collected: Collected }) {
  const openLayer = useApp((app) => app.openLayer)
  return (
    <PageBar
      label="Class results"
      icon="learn"
      buttons={<Button onPress={() => openLayer({ kind: 'results' })}>Back to the results</Button>}
    >
      Class results: {entries.length} {entries.length === 1 ? 'line' : 'lines'}, kept in this tab
      only.
    </PageBar>
  )
}
