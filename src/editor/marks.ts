import type { editor } from 'monaco-editor/editor'
import { findings, lockedParts, marksOf, shownDecision, type App, type AppStore } from '#store'
import { decorationsOf, findingGlyphs, lockDecorations } from './decorations.ts'
import { allOf, type Disposable } from './disposables.ts'
import type { Models } from './models.ts'
import { indexOf } from './text-index.ts'

/** Shows what the statements of the policy in the editor did in the request on screen, and where its findings are. */
export function showMarks(
  codeEditor: editor.ICodeEditor,
  store: AppStore,
  models: Models,
): Disposable {
  const drawn = codeEditor.createDecorationsCollection()
  const show = (state: App) => {
    const model = codeEditor.getModel()
    const policy = model ? models.policyOf(model) : undefined
    if (!policy) {
      drawn.clear()
      return
    }
    const index = indexOf(policy.text)
    const decision = shownDecision(state)
    drawn.set([
      ...(decision
        ? decorationsOf(marksOf(decision, policy.name), state.settings.highlight, index)
        : []),
      ...findingGlyphs(findings(state, policy), index),
      ...lockDecorations(lockedParts(state, policy), index),
    ])
  }
  show(store.getState())
  return allOf(
    drawn.clear.bind(drawn),
    codeEditor.onDidChangeModel(() => show(store.getState())),
    store.subscribe((state, before) => {
      if (
        state.workspace !== before.workspace ||
        state.exercise?.lesson !== before.exercise?.lesson ||
        state.facts !== before.facts ||
        state.selectedScenario !== before.selectedScenario ||
        state.present?.answer !== before.present?.answer ||
        state.settings.highlight !== before.settings.highlight
      )
        show(state)
    }),
  )
}
