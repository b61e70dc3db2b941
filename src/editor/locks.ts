import type { editor } from 'monaco-editor/editor'
import { lockedParts, type AppStore } from '#store'
import { allOf, type Disposable } from './disposables.ts'
import type { Models } from './models.ts'
import { indexOf } from './text-index.ts'

/** Says for those who do not see the hatching that the caret has come into a locked statement. Of a locked policy the editor's name says it. */
export function announceLocks(
  codeEditor: editor.ICodeEditor,
  store: AppStore,
  models: Models,
): Disposable {
  let inside: string | undefined
  const follow = () => {
    const model = codeEditor.getModel()
    const policy = model ? models.policyOf(model) : undefined
    const position = codeEditor.getPosition()
    if (!policy || !position || !store.getState().exercise) return
    const offset = indexOf(policy.text).offsetAt(position)
    const part = lockedParts(store.getState(), policy).find(
      ({ name, span }) => name !== policy.name && span.start < offset && offset < span.end,
    )
    if (part && part.name !== inside)
      store.getState().announce(`${part.name} is locked by the author.`)
    inside = part?.name
  }
  return allOf(
    codeEditor.onDidChangeCursorPosition(follow),
    codeEditor.onDidChangeModel(() => (inside = undefined)),
  )
}
