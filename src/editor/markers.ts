import { findings, type AppStore } from '#store'
import { linkToPage } from './check-pages.ts'
import { markerOf } from './convert.ts'
import { allOf, type Disposable } from './disposables.ts'
import type { Models } from './models.ts'
import { monaco } from './monaco.ts'
import { indexOf } from './text-index.ts'

const owner = 'sidelight'

/** Shows the findings of every policy as squiggles. */
export function showMarkers(store: AppStore, models: Models): Disposable {
  const show = () => {
    const state = store.getState()
    for (const policy of state.workspace.policies) {
      const model = models.modelOf(policy.name)
      if (!model) continue
      const index = indexOf(policy.text)
      const markers = findings(state, policy).map((finding) => ({
        ...markerOf(finding, index),
        code: linkToPage(finding.id),
      }))
      monaco.editor.setModelMarkers(model, owner, markers)
    }
  }
  show()
  return allOf(
    store.subscribe((state, before) => {
      if (
        state.workspace !== before.workspace ||
        state.facts !== before.facts ||
        // Its model may be a new one.
        state.selectedPolicy !== before.selectedPolicy
      )
        show()
    }),
    () => monaco.editor.removeAllMarkers(owner),
  )
}
